// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/model_table.h"

#include "ui/providers/field_note.h"
#include "ui/providers/model_list.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/enter_key.h"
#include "ui/widgets/plain_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gatehouse {

ModelTable::ModelTable(QWidget *parent)
    : QWidget(parent)
    , m_models(new ModelList(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit)
    , m_stack(new QStackedLayout)
    , m_view(new QTableView)
    , m_count(new PlainLabel({}, PlainLabel::Muted))
    , m_note(new FieldNote)
{
    m_count->setObjectName(u"modelCount"_s);
    m_note->setObjectName(u"modelsNote"_s);
    m_shown->setSourceModel(m_models);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterKeyColumn(-1);
    makeView();
    m_stack->addWidget(m_view);
    m_stack->addWidget(new EmptyState(
        u"models"_s, tr("No models yet"),
        tr("Get the list from the provider, or add names by hand. Without any, apps can still ask for one as "
           "PROVIDER/MODEL.")));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_note);
    layout->addLayout(makeButtons());
    connect(m_models, &ModelList::tickedChanged, this, &ModelTable::onChanged);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ModelTable::onChanged);
    onChanged();
}

void ModelTable::makeView()
{
    m_view->setObjectName(u"models"_s);
    m_view->setAccessibleName(tr("Models; those that are ticked can be asked for"));
    m_view->setModel(m_shown);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(26);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    auto *remove = new QAction(tr("&Remove from the list"), m_view);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &ModelTable::removeSelected);
    m_view->addAction(remove);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QLayout *ModelTable::makeButtons()
{
    auto *row = new QHBoxLayout;
    const auto button = [&](const QString &text, const QString &name) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAutoDefault(false);
        row->addWidget(made);
        return made;
    };
    connect(button(tr("Tick all sho&wn"), u"tickShown"_s), &QPushButton::clicked, this,
            [this] { tickShown(true); });
    connect(button(tr("&Untick all shown"), u"untickShown"_s), &QPushButton::clicked, this,
            [this] { tickShown(false); });
    row->addStretch(1);
    m_remove = button(tr("&Remove"), u"removeModels"_s);
    connect(m_remove, &QPushButton::clicked, this, &ModelTable::removeSelected);
    return row;
}

QWidget *ModelTable::makeSearch()
{
    m_search->setObjectName(u"modelFilter"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Part of a name"));
    new EnterKey(*m_search);
    auto *label = new QLabel(tr("&Find:"));
    label->setBuddy(m_search);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_search, 1);
    connect(m_search, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    return box;
}

void ModelTable::clearSearch()
{
    m_search->clear();
}

void ModelTable::add(const QString &id)
{
    clearSearch();
    go(m_models->add(id), ModelList::Name);
}

void ModelTable::removeSelected()
{
    QList<int> rows;
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(m_shown->mapToSource(index).row());
    m_models->remove(rows);
}

void ModelTable::tickShown(bool on)
{
    QList<int> rows;
    for (int row = 0; row < m_shown->rowCount(); ++row)
        rows.append(m_shown->mapToSource(m_shown->index(row, 0)).row());
    m_models->tick(rows, on);
}

void ModelTable::onChanged()
{
    m_stack->setCurrentIndex(m_models->rowCount() == 0 ? 1 : 0);
    m_remove->setEnabled(m_view->selectionModel()->hasSelection());
    m_count->setText(tr("%1 of %2 ticked: apps can ask for these by name.")
                         .arg(m_models->ticked())
                         .arg(m_models->rowCount()));
    if (const bool many = m_models->ticked() > ModelList::mostTicked; many != m_saysTooMany) {
        m_saysTooMany = many;
        m_note->say(many ? tooManyText() : QString());
    }
}

QString ModelTable::tooManyText()
{
    return tr("At most %L1 models can be ticked. Pass the others on with a pattern such as o*, or ask for "
              "them as "
              "PROVIDER/MODEL.")
        .arg(ModelList::mostTicked);
}

bool ModelTable::showIfTooMany()
{
    if (m_models->ticked() <= ModelList::mostTicked)
        return false;
    m_note->say(tooManyText());
    m_view->setFocus();
    return true;
}

void ModelTable::go(int row, int column)
{
    const QModelIndex index = m_shown->mapFromSource(m_models->index(row, column));
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void ModelTable::showProblem(int number, bool alias, const QString &message)
{
    const ModelEntry model = m_models->models().value(number);
    m_note->say(alias ? tr("The alias \"%1\" %2.").arg(model.alias.left(60), message)
                      : tr("The model name \"%1\" %2.").arg(model.id.left(60), message));
    clearSearch();
    for (int row = 0; row < m_models->rowCount(); ++row) {
        if (m_models->index(row, ModelList::Name).data().toString() == model.id)
            go(row, alias ? ModelList::Alias : ModelList::Name);
    }
    m_view->setFocus();
}

void ModelTable::clearProblems()
{
    m_note->say(m_saysTooMany ? tooManyText() : QString());
}

} // namespace gatehouse
