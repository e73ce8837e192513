// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/plan_view.h"

#include "ui/import/changes_model.h"
#include "ui/import/import_text.h"
#include "ui/import/notes_list.h"
#include "ui/listed.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int mostLines = 4; // of a row: the tool tip has all
constexpr int rowMargin = 10;
constexpr int mostNamed = 3; // of hosts: all of them stand in the list

} // namespace

PlanView::PlanView(QWidget *parent)
    : QWidget(parent)
    , m_hosts(new Banner)
    , m_title(new PlainLabel({}, PlainLabel::Strong))
    , m_model(new ChangesModel(this))
    , m_table(new QTableView)
    , m_stack(new QStackedLayout)
    , m_notes(new NotesList)
{
    makeTable();
    m_hosts->setObjectName(u"importHosts"_s);
    m_hosts->setClosable(false);
    m_title->setObjectName(u"importTitle"_s);
    m_notes->setObjectName(u"importNotes"_s);
    m_notes->setAccessibleName(tr("Problems, and what could not be carried"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(
        new EmptyState(u"check"_s, tr("Nothing would change"), tr("What the file holds is here already.")));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hosts);
    layout->addWidget(m_title);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_notes);
}

void PlanView::makeTable()
{
    m_table->setObjectName(u"importChanges"_s);
    m_table->setAccessibleName(tr("What would change"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setMinimumHeight(110);
    QHeaderView *rows = m_table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::ResizeToContents);
    rows->setMinimumSectionSize(rows->fontMetrics().height() + rowMargin);
    rows->setMaximumSectionSize(mostLines * rows->fontMetrics().height() + rowMargin);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(ChangesModel::Kind, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ChangesModel::Subject, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ChangesModel::Detail, QHeaderView::Stretch);
    m_table->setColumnWidth(ChangesModel::Name, 190);
}

void PlanView::setPlan(const ImportPlan &plan)
{
    m_model->setChanges(plan.changes);
    m_stack->setCurrentIndex(plan.changes.isEmpty() ? 1 : 0);
    m_title->setText(tr("%n change(s)", nullptr, int(plan.changes.size())));
    m_title->setVisible(!plan.changes.isEmpty());
    m_notes->setPlan(plan);
    m_notes->setVisible(m_notes->count() > 0);
    const QStringList hosts = newKeyHosts(plan);
    if (hosts.isEmpty())
        return m_hosts->hide();
    const int more = int(hosts.size()) - mostNamed;
    QString names = listed(hosts.mid(0, mostNamed));
    if (more > 0)
        names = tr("%1 and %n more", nullptr, more).arg(names);
    m_hosts->say(Tone::Bad, tr("Keys could go where they did not go before: %1").arg(names));
}

QStringList newKeyHosts(const ImportPlan &plan)
{
    QStringList hosts;
    for (const ImportChange &change : plan.changes) {
        if (change.keyGoesThere)
            hosts.append(changeName(change));
    }
    return hosts;
}

} // namespace gatehouse
