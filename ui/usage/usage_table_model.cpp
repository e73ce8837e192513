// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_table_model.h"

#include "ui/usage/amounts.h"
#include "ui/usage/measure.h"
#include "ui/usage/usage_names.h"
#include "ui/widgets/plain_tip.h"

#include <QCollator>
#include <QFont>

#include <algorithm>
#include <cmath>

namespace gatehouse {
namespace {

//! What a column is sorted by; -1 where nothing is known.
double sortValue(const UsageTotals &totals, int column)
{
    switch (column) {
    case UsageTableModel::Requests:
        return double(totals.requests);
    case UsageTableModel::Failed:
        return double(totals.failed);
    case UsageTableModel::ErrorRate:
        return totals.requests > 0 ? valueOf(Measure::ErrorRate, totals) : -1;
    case UsageTableModel::Input:
        return double(totals.tokens.input);
    case UsageTableModel::Cached:
        return double(totals.tokens.cached);
    case UsageTableModel::Output:
        return double(totals.tokens.output);
    case UsageTableModel::Reasoning:
        return double(totals.tokens.reasoning);
    case UsageTableModel::Cost:
        return totals.costUsd > 0 || totals.unpriced == 0 ? totals.costUsd : -1;
    case UsageTableModel::Median:
        return totals.firstByteP50.value_or(-1);
    case UsageTableModel::Slowest:
        return totals.firstByteP95.value_or(-1);
    default:
        return 0;
    }
}

QString durationOr(const std::optional<double> &ms)
{
    return ms ? durationAmount(*ms) : unknownAmount();
}

} // namespace

void UsageTableModel::setLines(UsageKey by, const QList<UsageLine> &lines, const UsageTotals &total)
{
    if (by == m_by && total == m_total && lines.size() == m_lines.size() &&
        std::is_permutation(lines.cbegin(), lines.cend(), m_lines.cbegin()))
        return;
    beginResetModel();
    if (by != m_by) {
        m_column = by == UsageKey::None ? Name : Requests;
        m_order = Qt::DescendingOrder;
    }
    m_by = by;
    m_lines = lines;
    m_total = total;
    putInOrder();
    endResetModel();
}

int UsageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_lines.isEmpty() ? 0 : int(m_lines.size()) + 1;
}

int UsageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant UsageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isTotal = index.row() == m_lines.size();
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return plainTip(toolTip(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == Name ? Qt::AlignLeading : Qt::AlignTrailing));
    case Qt::FontRole:
        if (isTotal) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

QVariant UsageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (section == Name ? Qt::AlignLeading : Qt::AlignTrailing));
    if (role == Qt::ToolTipRole && section == Median)
        return tr("Half of the answers began sooner than this.");
    if (role == Qt::ToolTipRole && section == Slowest)
        return tr("95 of 100 answers began sooner than this.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return usageKeyText(m_by);
    case Requests:
        return tr("Requests");
    case Failed:
        return tr("Failed");
    case ErrorRate:
        return tr("Error rate");
    case Input:
        return tr("Input tokens");
    case Cached:
        return tr("Cached");
    case Output:
        return tr("Output tokens");
    case Reasoning:
        return tr("Reasoning");
    case Cost:
        return tr("Cost");
    case Median:
        return tr("First byte p50");
    case Slowest:
        return tr("First byte p95");
    default:
        return {};
    }
}

void UsageTableModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_column && order == m_order)
        return;
    m_column = column;
    m_order = order;
    beginResetModel();
    putInOrder();
    endResetModel();
}

void UsageTableModel::putInOrder()
{
    QCollator collator;
    collator.setNumericMode(true);
    const auto before = [&](const UsageLine &one, const UsageLine &other) {
        if (m_column != Name)
            return sortValue(one.totals, m_column) < sortValue(other.totals, m_column);
        return m_by == UsageKey::None ? one.startMs < other.startMs
                                      : collator.compare(one.name, other.name) < 0;
    };
    std::stable_sort(m_lines.begin(), m_lines.end(), [&](const UsageLine &one, const UsageLine &other) {
        return m_order == Qt::AscendingOrder ? before(one, other) : before(other, one);
    });
}

const UsageTotals &UsageTableModel::totalsAt(int row) const
{
    return row < m_lines.size() ? m_lines[row].totals : m_total;
}

QString UsageTableModel::text(int row, int column) const
{
    const UsageTotals &totals = totalsAt(row);
    switch (column) {
    case Name:
        return row < m_lines.size() ? m_lines[row].name : tr("Total");
    case Requests:
        return fullCount(totals.requests);
    case Failed:
        return fullCount(totals.failed);
    case ErrorRate:
        return measureText(Measure::ErrorRate, valueOf(Measure::ErrorRate, totals));
    case Input:
        return fullCount(totals.tokens.input);
    case Cached:
        return fullCount(totals.tokens.cached);
    case Output:
        return fullCount(totals.tokens.output);
    case Reasoning:
        return fullCount(totals.tokens.reasoning);
    case Cost:
        return costAmount(totals);
    case Median:
        return durationOr(totals.firstByteP50);
    case Slowest:
        return durationOr(totals.firstByteP95);
    default:
        return {};
    }
}

QString UsageTableModel::toolTip(int row, int column) const
{
    const UsageTotals &totals = totalsAt(row);
    if (column == Cost && totals.unpriced > 0)
        return tr("Requests whose cost is not known: %L1.").arg(totals.unpriced);
    if (column >= Input && column <= Reasoning && totals.estimated > 0)
        return tr("Requests whose tokens are a guess: %L1.").arg(totals.estimated);
    return column == Name ? text(row, column) : QString();
}

} // namespace gatehouse
