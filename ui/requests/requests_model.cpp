// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requests_model.h"

#include "ui/requests/outcome.h"
#include "ui/requests/recorded_bodies.h"
#include "ui/requests/request_cells.h"
#include "ui/widgets/plain_tip.h"
#include "ui/widgets/state_mark.h"

#include <QFont>
#include <QGuiApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
RequestsModel::RequestsModel(const RecordedBodies &bodies, QObject *parent)
    : QAbstractTableModel(parent)
    , m_bodies(bodies)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(250ms);
    connect(&m_batch, &QTimer::timeout, this, &RequestsModel::takeWaiting);
}

void RequestsModel::load(const QList<UsageRecord> &records)
{
    QSet<qint64> known;
    for (const QList<UsageRecord> *list : {&m_records, &m_waiting}) {
        for (const UsageRecord &record : *list)
            known.insert(record.id);
    }
    known.remove(0);
    QList<UsageRecord> older;
    older.reserve(records.size());
    std::copy_if(records.begin(), records.end(), std::back_inserter(older),
                 [&](const UsageRecord &record) { return !known.contains(record.id); });
    older = older.first(std::min(older.size(), maxRows - m_records.size()));
    if (older.isEmpty())
        return;
    const int first = int(m_records.size());
    beginInsertRows({}, first, first + int(older.size()) - 1);
    m_records += older;
    endInsertRows();
}

void RequestsModel::add(const UsageRecord &record)
{
    // What would be pushed out at once is not worth its place; now and then is soon enough to see to that.
    if (m_waiting.size() >= 2 * maxRows)
        m_waiting.remove(0, m_waiting.size() - maxRows);
    m_waiting.append(record);
    if (!m_batch.isActive())
        m_batch.start();
}

void RequestsModel::takeWaiting()
{
    if (m_waiting.isEmpty())
        return;
    QList<UsageRecord> batch = std::exchange(m_waiting, {});
    batch.remove(0, std::max<qsizetype>(0, batch.size() - maxRows));
    const qsizetype over = m_records.size() + batch.size() - maxRows;
    if (over > 0) {
        beginRemoveRows({}, int(m_records.size() - over), int(m_records.size()) - 1);
        m_records.remove(m_records.size() - over, over);
        endRemoveRows();
    }
    std::reverse(batch.begin(), batch.end());
    beginInsertRows({}, 0, int(batch.size()) - 1);
    m_records = batch + m_records;
    endInsertRows();
}

void RequestsModel::complete(int row, const UsageRecord &record)
{
    m_records[row] = record;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RequestsModel::updateMarks()
{
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DecorationRole});
}

const UsageRecord *RequestsModel::find(const QByteArray &requestId) const
{
    const auto has = [&](const UsageRecord &record) { return record.requestId == requestId; };
    if (const auto it = std::find_if(m_waiting.rbegin(), m_waiting.rend(), has); it != m_waiting.rend())
        return &*it;
    const auto it = std::find_if(m_records.begin(), m_records.end(), has);
    return it == m_records.end() ? nullptr : &*it;
}

int RequestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int RequestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UsageRecord &record = m_records[index.row()];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(record, column);
    case SortRole:
        return cellOrder(record, column);
    case Qt::ToolTipRole:
        return plainTip(cellTip(record, column));
    case Qt::AccessibleTextRole:
        return column == Status ? QVariant(QString::number(record.status) + u' ' + cellTip(record, column))
                                : QVariant();
    case Qt::DecorationRole:
        return decoration(record, column);
    case Qt::TextAlignmentRole:
        return column >= Tokens ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole:
        if (column == Caller && record.client.isEmpty()) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    case Qt::ForegroundRole:
        if (column == Caller && record.client.isEmpty())
            return mutedText(QGuiApplication::palette());
        return {};
    default:
        return {};
    }
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(Column(section));
    if (role == Qt::TextAlignmentRole && section >= Tokens)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant RequestsModel::decoration(const UsageRecord &record, int column) const
{
    if (column == Status)
        return mark(toneOf(outcomeOf(record)));
    if (column != Time || m_bodies.count() == 0)
        return {};
    if (m_bodies.contains(record.requestId))
        return mark(Tone::Accent);
    QPixmap nothing(markSize, markSize); // the times stay below one another
    nothing.fill(Qt::transparent);
    return nothing;
}

QIcon RequestsModel::mark(Tone tone) const
{
    const QPalette palette = QGuiApplication::palette();
    QIcon &drawn = m_marks[{int(tone), palette.cacheKey()}];
    if (drawn.isNull())
        drawn = stateIcon(tone, markSize);
    return drawn;
}

} // namespace gatehouse
