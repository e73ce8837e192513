// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/usage_rows.h"

#include <QAbstractTableModel>

namespace gatehouse {

//! The numbers of the chart as a table that can be sorted; the sum of all stands in its last row.
class UsageTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Requests,
        Failed,
        ErrorRate,
        Input,
        Cached,
        Output,
        Reasoning,
        Cost,
        Median,
        Slowest,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! Keeps the order that was chosen, unless \a by is another: the latest time or the most requests first.
    void setLines(UsageKey by, const QList<UsageLine> &lines, const UsageTotals &total);
    //! In the order of the table, without the sum.
    const QList<UsageLine> &lines() const { return m_lines; }
    UsageKey by() const { return m_by; }
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void putInOrder();
    const UsageTotals &totalsAt(int row) const;
    QString text(int row, int column) const;
    QString toolTip(int row, int column) const;

    UsageKey m_by = UsageKey::None;
    QList<UsageLine> m_lines;
    UsageTotals m_total;
    int m_column = Name;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace gatehouse
