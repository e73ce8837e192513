// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requests_view.h"

#include "ui/requests/requests_model.h"
#include "ui/requests/requests_table.h"
#include "ui/widgets/empty_state.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

RequestsView::RequestsView(RequestsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(new RequestsProxy(this))
    , m_table(new RequestsTable)
    , m_hint(new QPushButton(m_table))
    , m_stack(new QStackedLayout(this))
    , m_loading(new EmptyState(u"requests"_s, tr("Reading the last requests…"), {}))
    , m_nothing(new EmptyState(u"requests"_s, tr("No requests yet"),
                               tr("Each request that an app sends through Gatehouse appears here.")))
    , m_noMatch(new EmptyState(u"search"_s, tr("Nothing matches"),
                               tr("There are requests, but none of this kind."), tr("Show all")))
{
    m_proxy->setSourceModel(&m_model);
    m_table->setAccessibleName(tr("Requests"));
    m_table->setModel(m_proxy);
    m_hint->setObjectName(u"newRequests"_s);
    m_hint->hide();
    m_noMatch->button()->setObjectName(u"showAll"_s);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_noMatch);

    connect(m_table, &RequestsTable::passedBy, this, [this](int rows) { showNew(m_new + rows); });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_table->isAtTop())
            showNew(0);
    });
    connect(m_hint, &QPushButton::clicked, m_table, &QTableView::scrollToTop);
    connect(m_noMatch, &EmptyState::triggered, this, &RequestsView::clearFilterRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RequestsView::onSelected);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, &RequestsView::onRowsChanged);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &RequestsView::onRowsChanged);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        // From the keyboard the position is somewhere; the row is what is meant.
        const QModelIndex at = m_table->indexAt(position);
        if (at.isValid())
            m_table->selectRow(at.row());
        if (selectedRow() >= 0)
            Q_EMIT menuRequested(m_table->viewport()->mapToGlobal(position));
    });
    onRowsChanged();
}

void RequestsView::setFilter(const RequestsFilter &filter)
{
    if (filter == m_proxy->filter())
        return;
    // The table would select a neighbour of what is filtered out.
    m_filtering = true;
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    m_proxy->setFilter(filter);
    if (const QModelIndex index = m_proxy->mapFromSource(m_selected); index.isValid())
        m_table->setCurrentIndex(index);
    m_filtering = false;
    showNew(0);
    onSelected();
    showSelected();
}

void RequestsView::setLoading(bool loading)
{
    m_isLoading = loading;
    onRowsChanged();
}

int RequestsView::shown() const
{
    return m_proxy->rowCount();
}

int RequestsView::selectedRow() const
{
    return m_selected.isValid() ? m_selected.row() : -1;
}

void RequestsView::clearSelection()
{
    m_table->setCurrentIndex({});
    m_table->clearSelection();
}

void RequestsView::showSelected()
{
    if (m_table->currentIndex().isValid())
        m_table->scrollTo(m_table->currentIndex());
}

void RequestsView::onSelected()
{
    if (m_filtering)
        return;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const QPersistentModelIndex now(rows.isEmpty() ? QModelIndex() : m_proxy->mapToSource(rows.first()));
    if (now == m_selected)
        return;
    m_selected = now;
    Q_EMIT selected();
}

void RequestsView::onRowsChanged()
{
    QWidget *shown = m_table;
    if (m_model.rowCount() == 0)
        shown = m_isLoading ? m_loading : m_nothing;
    else if (m_proxy->rowCount() == 0)
        shown = m_noMatch;
    m_stack->setCurrentWidget(shown);
    Q_EMIT rowsChanged();
}

void RequestsView::showNew(int rows)
{
    m_new = rows;
    m_hint->setVisible(rows > 0);
    m_hint->setText(tr("↑ %n new", nullptr, rows));
    placeHint();
}

void RequestsView::placeHint()
{
    constexpr int distance = 8;
    m_hint->adjustSize();
    m_hint->move((m_table->width() - m_hint->width()) / 2, m_table->viewport()->y() + distance);
    m_hint->raise();
}

void RequestsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHint();
}

} // namespace gatehouse
