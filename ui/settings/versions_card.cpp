// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/versions_card.h"

#include "ui/draft.h"
#include "ui/program.h"
#include "ui/routes/list_actions.h"
#include "ui/settings/restore_dialog.h"
#include "ui/settings/versions_model.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_label.h"

#include <QAction>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int mostVersionsShown = 5;

} // namespace

VersionsCard::VersionsCard(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new VersionsModel(this))
    , m_list(new QTableView)
    , m_none(
          new PlainLabel(tr("None yet: each time the configuration is changed here, the one before is kept."),
                         PlainLabel::Muted))
    , m_done(new Banner)
{
    m_list->setObjectName(u"versions"_s);
    m_list->setAccessibleName(tr("Earlier versions"));
    m_list->setModel(m_model);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setSectionResizeMode(VersionsModel::Time, QHeaderView::Stretch);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_done->setObjectName(u"restored"_s);
    auto *card = new Card(tr("Earlier versions"));
    m_restore = addListAction(*m_list, *card->corner(), tr("Restore this &version…"), u"restore"_s,
                              [this] { restore(); });
    card->body()->addWidget(m_none);
    card->body()->addWidget(m_list);
    card->body()->addWidget(m_done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_list, &QTableView::activated, this, &VersionsCard::restore);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { m_restore->setEnabled(current.isValid()); });
    refresh();
}

void VersionsCard::refresh()
{
    const QModelIndex current = m_list->currentIndex();
    const QString path = current.isValid() ? m_model->versions()[current.row()].path : QString();
    m_model->setVersions(m_context.program.versions());
    const QList<ConfigVersion> &versions = m_model->versions();
    const auto same = [&](const ConfigVersion &version) { return version.path == path; };
    const auto it = std::find_if(versions.cbegin(), versions.cend(), same);
    if (it != versions.cend())
        m_list->selectRow(int(it - versions.cbegin()));
    m_restore->setEnabled(m_list->currentIndex().isValid());
    m_none->setVisible(versions.isEmpty());
    m_list->setVisible(!versions.isEmpty());
    const int rows = std::clamp(int(versions.size()), 1, mostVersionsShown);
    m_list->setFixedHeight(m_list->horizontalHeader()->sizeHint().height() + 2 * m_list->frameWidth() +
                           rows * m_list->verticalHeader()->defaultSectionSize());
}

void VersionsCard::restore()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const ConfigVersion version = m_model->versions()[current.row()]; // the list may change meanwhile
    const Result<Config> kept = m_context.program.configOf(version);
    if (!kept)
        return m_done->say(Tone::Bad, tr("It could not be restored. %1").arg(kept.error().message));
    auto *dialog = new RestoreDialog(versionName(version), m_context.draft.config(), *kept, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, version] { putBack(version); });
    dialog->open();
}

void VersionsCard::putBack(const ConfigVersion &version)
{
    const QString name = versionName(version);
    const QString problem = m_context.program.restore(version);
    refresh();
    if (problem.isEmpty())
        m_done->say(Tone::Good, tr("The configuration of %1 is in force again.").arg(name));
    else
        m_done->say(Tone::Bad, tr("It could not be restored. %1").arg(problem));
}

} // namespace gatehouse
