// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/model_list.h"

#include "gateway/config/checks.h"
#include "ui/widgets/plain_tip.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

void ModelList::setModels(const QList<ModelEntry> &models)
{
    beginResetModel();
    m_rows.clear();
    for (const ModelEntry &model : models)
        m_rows.append({model, true, false});
    endResetModel();
    count();
}

QList<ModelEntry> ModelList::models() const
{
    QList<ModelEntry> models;
    for (const Row &row : m_rows) {
        if (row.ticked)
            models.append(row.model);
    }
    return models;
}

int ModelList::merge(const QStringList &fetched)
{
    beginResetModel();
    m_rows.removeIf([](const Row &row) { return !row.ticked && !row.byHand; });
    QSet<QString> known;
    for (const Row &row : std::as_const(m_rows))
        known.insert(row.model.id);
    int unusable = 0;
    for (const QString &id : fetched) {
        if (id.isEmpty() || !isPlain(id))
            ++unusable;
        else if (!known.contains(id))
            m_rows.append({{id}, false, false});
        known.insert(id);
    }
    endResetModel();
    count();
    return unusable;
}

int ModelList::add(const QString &id)
{
    const auto it =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return row.model.id == id; });
    const int row = int(it - m_rows.cbegin());
    if (it != m_rows.cend()) {
        tick({row}, true);
        return row;
    }
    beginInsertRows({}, row, row);
    m_rows.append({{id}, true, true});
    endInsertRows();
    count();
    return row;
}

void ModelList::remove(QList<int> rows)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    beginResetModel(); // thousands of single removals take seconds
    for (const int row : std::as_const(rows))
        m_rows.removeAt(row);
    endResetModel();
    count();
}

void ModelList::tick(const QList<int> &rows, bool on)
{
    if (rows.isEmpty())
        return;
    for (const int row : rows)
        m_rows[row].ticked = on;
    const auto [first, last] = std::minmax_element(rows.cbegin(), rows.cend());
    Q_EMIT dataChanged(index(*first, Name), index(*last, Name), {Qt::CheckStateRole});
    count();
}

int ModelList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ModelList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ModelList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const QString &text = index.column() == Name ? row.model.id : row.model.alias;
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return text;
    if (role == Qt::ToolTipRole)
        return plainTip(text);
    if (role == Qt::CheckStateRole && index.column() == Name)
        return row.ticked ? Qt::Checked : Qt::Unchecked;
    return {};
}

bool ModelList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (role == Qt::CheckStateRole && index.column() == Name) {
        tick({index.row()}, value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || index.column() != Alias)
        return false;
    Row &row = m_rows[index.row()];
    row.model.alias = value.toString().trimmed();
    row.ticked |= !row.model.alias.isEmpty(); // an alias of what nobody can ask for would be lost
    Q_EMIT dataChanged(this->index(index.row(), Name), index);
    count();
    return true;
}

QVariant ModelList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Model") : tr("Alias");
}

Qt::ItemFlags ModelList::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    if (index.column() == Name)
        return flags | Qt::ItemIsUserCheckable;
    // A pattern stands for many models, so that no other name can stand for it.
    return m_rows[index.row()].model.id.contains(u'*') ? flags : flags | Qt::ItemIsEditable;
}

void ModelList::count()
{
    m_ticked = int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.ticked; }));
    Q_EMIT tickedChanged();
}

} // namespace gatehouse
