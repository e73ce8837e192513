// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requests_table.h"

#include "ui/requests/requests_model.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int heightOfRow = 28;

//! What a column is as wide as, at least; empty for those that share what is left.
QString sampleOf(int column)
{
    switch (column) {
    case RequestsModel::Time:
        return RequestsTable::tr("30 Nov 00:00");
    case RequestsModel::Status:
        return u"000 00"_s;
    case RequestsModel::Tokens:
        return u"00,000 / 0,000"_s;
    case RequestsModel::Cost:
        return u"$00.0000"_s;
    case RequestsModel::FirstByte:
    case RequestsModel::Total:
        return RequestsTable::tr("0 min 00 s");
    default:
        return {};
    }
}

//! Its part of what is left.
int shareOf(int column)
{
    switch (column) {
    case RequestsModel::Model:
        return 4;
    case RequestsModel::AnsweredBy:
        return 5;
    default:
        return 3;
    }
}

} // namespace

RequestsTable::RequestsTable(QWidget *parent)
    : QTableView(parent)
{
    setObjectName(u"requests"_s);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setIconSize({RequestsModel::markSize, RequestsModel::markSize});
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(heightOfRow);
    QHeaderView &header = *horizontalHeader();
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setSortIndicatorClearable(true); // back to the newest first
    header.setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(&header, &QHeaderView::sectionResized, this, [this] { m_fittedByHand |= !m_fitting; });
}

void RequestsTable::setModel(QAbstractItemModel *model)
{
    m_fitting = true; // the header makes its sections
    QTableView::setModel(model);
    m_fitting = false;
    fitColumns();
}

bool RequestsTable::isAtTop() const
{
    return verticalScrollBar()->value() == 0;
}

void RequestsTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTableView::rowsInserted(parent, first, last);
    const int scrolled = verticalScrollBar()->value();
    const int rows = last - first + 1;
    if (scrolled == 0 || first * heightOfRow > scrolled)
        return;
    updateGeometries(); // the bar must know of the new rows before it can go past them
    verticalScrollBar()->setValue(scrolled + rows * heightOfRow);
    Q_EMIT passedBy(rows);
}

void RequestsTable::resizeEvent(QResizeEvent *event)
{
    const QRect before(QPoint(0, 0), event->oldSize());
    const bool seen = currentIndex().isValid() && before.intersects(visualRect(currentIndex()));
    QTableView::resizeEvent(event);
    fitColumns();
    if (seen)
        scrollTo(currentIndex());
}

void RequestsTable::fitColumns()
{
    if (m_fittedByHand || !model())
        return;
    constexpr int padding = 14;
    constexpr int leastOfShare = 16;
    constexpr int enoughForAll = 740;
    m_fitting = true;
    setColumnHidden(RequestsModel::FirstByte, viewport()->width() < enoughForAll); // the details have it
    int left = viewport()->width();
    int shares = 0;
    for (int column = 0; column < RequestsModel::ColumnCount; ++column) {
        const QString sample = sampleOf(column);
        if (isColumnHidden(column))
            continue;
        if (sample.isEmpty()) {
            shares += shareOf(column);
            continue;
        }
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int width = padding + std::max(fontMetrics().horizontalAdvance(sample),
                                             fontMetrics().horizontalAdvance(title) + padding / 2);
        setColumnWidth(column, width);
        left -= width;
    }
    const int each = std::max(leastOfShare, left / std::max(1, shares));
    for (int column = 0; column < RequestsModel::ColumnCount; ++column) {
        if (sampleOf(column).isEmpty())
            setColumnWidth(column, each * shareOf(column));
    }
    m_fitting = false;
}

} // namespace gatehouse
