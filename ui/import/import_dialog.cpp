// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_dialog.h"

#include "gateway/credentials/secret_store.h"
#include "ui/draft.h"
#include "ui/import/import_text.h"
#include "ui/import/key_choice_box.h"
#include "ui/import/key_transfer.h"
#include "ui/import/plan_view.h"
#include "ui/listed.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/screen_fit.h"
#include "ui/widgets/scrolled.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

ImportDialog::ImportDialog(const Context &context, const QString &file, const Imported &imported,
                           const ImportSteps &steps, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_file(file)
    , m_imported(imported)
    , m_steps(steps)
    , m_transfer(new KeyTransfer(context.secrets, this))
    , m_form(new QWidget)
    , m_merge(new QRadioButton(tr("&Merge: add to what is here; of what both have, the file's stands")))
    , m_replace(new QRadioButton(
          tr("&Replace: providers and routes become the file's, clients too where it has some")))
    , m_banner(new Banner)
    , m_view(new PlanView)
    , m_keys(new KeyChoiceBox(context.secrets.name()))
    , m_known(new QCheckBox(tr("I k&now these hosts: keys may be sent to them")))
    , m_progress(new QProgressBar)
{
    setWindowTitle(tr("Import"));
    setSizeGripEnabled(true);
    m_banner->setObjectName(u"importProblem"_s);
    m_known->setObjectName(u"importKnown"_s);
    m_progress->setObjectName(u"importProgress"_s);
    m_progress->setAccessibleName(tr("Keys stored"));
    m_progress->setFormat(tr("%v of %m"));
    m_progress->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"importDo"_s);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"importCancel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addWidget(scrolled(makeChoice()), 1);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    resizeToFit(*this, {760, 560});

    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_merge, &QRadioButton::toggled, this, &ImportDialog::makePlan);
    connect(m_known, &QCheckBox::toggled, this, &ImportDialog::updateButton);
    connect(m_keys, &KeyChoiceBox::changed, this, &ImportDialog::makePlan);
    connect(m_transfer, &KeyTransfer::progressed, this, [this](int stored, int all) {
        m_progress->setRange(0, all);
        m_progress->setValue(stored);
    });
    connect(m_transfer, &KeyTransfer::finished, this, &ImportDialog::onFinished);
    connect(&m_context.draft, &Draft::changed, this, &ImportDialog::onDraftChanged);
    makePlan();
}

QWidget *ImportDialog::makeChoice()
{
    m_merge->setObjectName(u"importMerge"_s);
    m_replace->setObjectName(u"importReplace"_s);
    m_merge->setChecked(true);
    auto *layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *kind =
        new PlainLabel(tr("%1: %2", "kind of file, its name").arg(formatText(m_imported.format), m_file));
    kind->setObjectName(u"importKind"_s);
    layout->addWidget(kind);
    layout->addWidget(m_merge);
    layout->addWidget(m_replace);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_keys);
    layout->addWidget(m_known);
    return m_form;
}

ImportMode ImportDialog::mode() const
{
    return m_merge->isChecked() ? ImportMode::Merge : ImportMode::Replace;
}

void ImportDialog::makePlan()
{
    m_transfer->takeBack(); // what an earlier try has stored
    const QStringList hosts = newKeyHosts(m_plan);
    m_plannedFor = m_context.draft.config();
    m_plan = m_steps.plan(m_plannedFor, m_imported, mode());
    m_view->setPlan(m_plan);
    m_keys->setPlan(m_imported, m_plan, m_plannedFor);
    if (newKeyHosts(m_plan) != hosts)
        m_known->setChecked(false); // what was agreed to were others
    m_known->setVisible(!newKeyHosts(m_plan).isEmpty());
    m_banner->clearActions();
    if (hasError(m_plan.problems))
        m_banner->say(Tone::Bad, tr("This cannot be imported: the configuration would not be valid."));
    else
        m_banner->hide();
    updateButton();
}

void ImportDialog::onDraftChanged()
{
    if (m_saving || m_context.draft.config() == m_plannedFor)
        return;
    setStoring(false);
    makePlan();
    if (!hasError(m_plan.problems))
        m_banner->say(Tone::Warning,
                      tr("The configuration has changed meanwhile: look at the changes again."));
}

void ImportDialog::updateButton()
{
    const bool does = !m_plan.changes.isEmpty() || !m_keys->chosen().isEmpty();
    const bool allowed = newKeyHosts(m_plan).isEmpty() || m_known->isChecked();
    m_import->setEnabled(does && allowed && !hasError(m_plan.problems) && !m_transfer->isRunning());
}

void ImportDialog::accept()
{
    if (!m_import->isEnabled())
        return;
    m_banner->clearActions();
    m_banner->hide();
    m_chosen = m_keys->chosen();
    if (m_chosen.isEmpty())
        return save(0);
    setStoring(true);
    m_transfer->begin(m_chosen);
    updateButton();
}

void ImportDialog::setStoring(bool storing)
{
    m_form->setEnabled(!storing);
    m_progress->setVisible(storing);
    if (storing)
        m_banner->say(Tone::Neutral, tr("Storing the keys in %1…").arg(m_context.secrets.name()));
    m_banner->setClosable(!storing);
}

void ImportDialog::onFinished(const QList<ImportedKey> &missing, const QString &reason)
{
    setStoring(false);
    updateButton();
    if (missing.isEmpty())
        return save(0);
    QStringList names;
    for (const ImportedKey &key : missing)
        names.append(keyName(key, m_plan.result));
    m_banner->say(Tone::Warning,
                  tr("Nothing was imported yet: %1 did not take the keys of %2. (%3) Unlock it "
                     "and import once more, or do without them.")
                      .arg(m_context.secrets.name(), listed(names), reason));
    QPushButton *without = m_banner->addAction(tr("Import &without them"));
    without->setObjectName(u"importWithout"_s);
    without->setAutoDefault(false);
    connect(without, &QPushButton::clicked, this, [this, count = int(missing.size())] {
        if (m_import->isEnabled())
            save(count);
    });
}

void ImportDialog::save(int missing)
{
    m_banner->clearActions();
    m_saving = true;
    const QList<Problem> problems =
        m_plan.changes.isEmpty() ? QList<Problem>() : m_context.draft.save(m_plan.result);
    m_saving = false;
    if (hasError(problems)) {
        m_transfer->takeBack();
        m_banner->say(Tone::Bad, tr("Nothing was imported. %1").arg(errorText(problems)));
        return;
    }
    m_transfer->keep();
    const QString text = doneText(missing);
    m_imported.keys.clear();
    m_chosen.clear();
    QDialog::accept();
    Q_EMIT imported(text, !m_plan.changes.isEmpty());
}

QString ImportDialog::doneText(int missing) const
{
    QStringList parts{tr("%1 was imported.").arg(m_file)};
    const QString store = m_context.secrets.name();
    if (const int stored = int(m_chosen.size()) - missing; stored > 0) {
        parts.append(
            tr("%n key(s) are now in %1, and stay there when this is undone.", nullptr, stored).arg(store));
        parts.append(tr("The file still holds them in plain text."));
    }
    if (const int without = missing + m_keys->leftOut(); without > 0)
        parts.append(tr("%n key(s) are missing: enter them under Providers.", nullptr, without));
    return parts.join(u' ');
}

void ImportDialog::reject()
{
    const bool wasStoring = m_transfer->isRunning();
    m_transfer->takeBack();
    if (!wasStoring) {
        m_imported.keys.clear();
        return QDialog::reject();
    }
    setStoring(false);
    updateButton();
    m_banner->say(Tone::Neutral, tr("Stopped: nothing was imported."));
}

} // namespace gatehouse
