// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/callable_view.h"

#include "ui/routes/callable_model.h"
#include "ui/theme/icons.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

void dress(QTableView &table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(30);
    QHeaderView &header = *table.horizontalHeader();
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setStretchLastSection(true);
    header.setSortIndicatorClearable(true); // back to the order in which names are matched
    header.setSortIndicator(-1, Qt::AscendingOrder);
    table.setSortingEnabled(true);
}

} // namespace

CallableView::CallableView(QWidget *parent)
    : QWidget(parent)
    , m_model(new CallableModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit)
    , m_table(new QTableView)
    , m_stack(new QStackedLayout)
    , m_nothing(new EmptyState(u"routes"_s, tr("No models yet"),
                               tr("Models appear here once a provider with models has been added.")))
    , m_noMatch(new EmptyState(u"search"_s, tr("Nothing found"), tr("No name, kind or provider matches.")))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(tr("Search names, kinds and providers"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_table->setObjectName(u"callable"_s);
    m_table->setAccessibleName(tr("Names that can be called"));
    m_table->setModel(m_proxy);
    dress(*m_table);
    m_table->setColumnWidth(CallableModel::Name, 220);
    m_table->setColumnWidth(CallableModel::Kind, 140);

    auto *copy = new QAction(tr("&Copy name"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, [this] {
        if (const QStringList names = selectedNames(); !names.isEmpty())
            QGuiApplication::clipboard()->setText(names.join(u'\n'));
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT activated(index.siblingAtColumn(CallableModel::Name).data().toString());
    });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_search, &QLineEdit::textChanged, this, &CallableView::search);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CallableView::selectionChanged);
    m_search->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addLayout(m_stack, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_nothing),
                            static_cast<QWidget *>(m_noMatch)})
        m_stack->addWidget(widget);
    showWhatThereIs();
}

//! Down leads from the search into what was found.
bool CallableView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress ||
        static_cast<QKeyEvent *>(event)->key() != Qt::Key_Down || m_proxy->rowCount() == 0)
        return QWidget::eventFilter(watched, event);
    m_table->setFocus(Qt::TabFocusReason);
    if (!m_table->selectionModel()->hasSelection())
        m_table->selectRow(0);
    return true;
}

void CallableView::setNames(const QList<CallableName> &names)
{
    if (names == m_model->names())
        return;
    const QStringList selected = selectedNames();
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setNames(names);
    select(selected);
    m_table->verticalScrollBar()->setValue(scrolled);
    showWhatThereIs();
}

void CallableView::setMultiple()
{
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
}

QStringList CallableView::selectedNames() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows(CallableModel::Name);
    std::sort(rows.begin(), rows.end());
    QStringList names;
    for (const QModelIndex &row : rows)
        names.append(row.data().toString());
    return names;
}

void CallableView::search(const QString &text)
{
    m_proxy->setFilterFixedString(text.trimmed());
    showWhatThereIs();
}

void CallableView::showWhatThereIs()
{
    QWidget *shown = m_table;
    if (m_model->rowCount() == 0)
        shown = m_nothing;
    else if (m_proxy->rowCount() == 0)
        shown = m_noMatch;
    m_stack->setCurrentWidget(shown);
    m_search->setEnabled(m_model->rowCount() > 0);
}

void CallableView::select(const QStringList &names)
{
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex index = m_proxy->index(row, CallableModel::Name);
        if (!names.contains(index.data().toString()))
            continue;
        if (!m_table->currentIndex().isValid())
            m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_table->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

} // namespace gatehouse
