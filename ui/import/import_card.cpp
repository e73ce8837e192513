// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_card.h"

#include "gateway/base/whole_file.h"
#include "ui/draft.h"
#include "ui/import/import_dialog.h"
#include "ui/program.h"
#include "ui/routes/list_actions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_label.h"

#include <QCheckBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! The one local file that is dragged; empty if it is something else.
QString draggedFile(const QMimeData *mime)
{
    const QList<QUrl> urls = mime->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

//! Whether both are there, and one file.
bool isSameFile(const QString &a, const QString &b)
{
    const QString place = QFileInfo(a).canonicalFilePath();
    return !place.isEmpty() && place == QFileInfo(b).canonicalFilePath();
}

//! What follows the sentence that the export is done.
QString takenOutText(const QStringList &taken)
{
    constexpr qsizetype mostNamed = 5;
    if (taken.isEmpty())
        return {};
    const QString more = taken.size() > mostNamed ? u" …"_s : QString();
    return u' ' + ImportCard::tr("Taken out: %1").arg(taken.mid(0, mostNamed).join(u' ') + more);
}

} // namespace

ImportCard::ImportCard(const Context &context, const ImportSteps &steps, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_steps(steps)
    , m_clients(new QCheckBox(tr("Export clients too: their names and limits, not their keys")))
    , m_banner(new Banner)
{
    setAcceptDrops(true);
    m_clients->setObjectName(u"exportClients"_s);
    m_clients->setChecked(true);
    m_banner->setObjectName(u"importDone"_s);
    auto *take = new QPushButton(tr("Import…"));
    take->setObjectName(u"import"_s);
    auto *give = new QPushButton(tr("E&xport…"));
    give->setObjectName(u"export"_s);
    auto *card = new Card(tr("Import and export"));
    card->corner()->addWidget(take);
    card->corner()->addWidget(give);
    card->body()->addWidget(
        new PlainLabel(tr("Import takes a configuration of Gatehouse, the models.json of the Node gateway or "
                          "the config.yaml of "
                          "LiteLLM, and shows first what would change. A file can also be dropped here."),
                       PlainLabel::Muted));
    card->body()->addWidget(new PlainLabel(
        tr("An export never holds keys: it says only where they are looked up."), PlainLabel::Muted));
    card->body()->addWidget(m_clients);
    card->body()->addWidget(m_banner);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(take, &QPushButton::clicked, this, &ImportCard::chooseImport);
    connect(give, &QPushButton::clicked, this, &ImportCard::chooseExport);
}

void ImportCard::chooseImport()
{
    auto *dialog =
        new QFileDialog(this, tr("Import a configuration"), QDir::homePath(),
                        tr("Configurations (*.json *.yaml *.yml)") + u";;"_s + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportCard::importFile);
    dialog->open();
}

void ImportCard::importFile(const QString &path)
{
    if (findChild<ImportDialog *>())
        return; // a file was dropped beside it
    m_banner->clearActions();
    m_banner->hide();
    const QString name = QFileInfo(path).fileName();
    const Result<Imported> imported = m_steps.read(path);
    if (!imported) {
        m_banner->say(Tone::Bad, tr("%1 cannot be imported. %2").arg(name, imported.error().message));
        return;
    }
    auto *dialog = new ImportDialog(m_context, name, *imported, m_steps, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, [this](const QString &text, bool changed) {
        if (changed)
            offerUndo(*m_banner, m_context.draft, text);
        else
            m_banner->say(Tone::Good, text);
    });
    dialog->open();
}

void ImportCard::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the configuration"), QDir::homePath(),
                                   tr("Configurations (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"gatehouse-config.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportCard::exportTo);
    dialog->open();
}

void ImportCard::exportTo(const QString &path)
{
    const Config &config = m_context.draft.config();
    const QByteArray text = m_steps.write(config, {.clients = m_clients->isChecked()});
    const QString shown = QDir::toNativeSeparators(path);
    m_banner->clearActions();
    if (text.isEmpty())
        m_banner->say(Tone::Bad,
                      tr("Nothing was exported: the configuration has values that no file can say."));
    else if (isSameFile(path, m_context.program.places().config))
        m_banner->say(Tone::Bad, tr("%1 is the configuration itself: choose another file.").arg(shown));
    else if (const QString problem = writeWholeFile(path, text, FileReaders::OwnerOnly); !problem.isEmpty())
        m_banner->say(Tone::Bad, tr("%1 cannot be written: %2").arg(shown, problem));
    else
        m_banner->say(Tone::Good, tr("Exported as %1. It holds no keys.").arg(shown) +
                                      takenOutText(takenOutOfExport(config)));
}

void ImportCard::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

//! Later: who drags waits for this to return.
void ImportCard::dropEvent(QDropEvent *event)
{
    const QString path = draggedFile(event->mimeData());
    event->acceptProposedAction();
    QMetaObject::invokeMethod(
        this, [this, path] { importFile(path); }, Qt::QueuedConnection);
}

} // namespace gatehouse
