// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/targets_model.h"

#include <algorithm>

namespace gatehouse {

TargetsModel::TargetsModel(const QList<Provider> &providers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_providers(providers)
{
}

void TargetsModel::setTargets(const QList<RouteTarget> &targets)
{
    beginResetModel();
    m_targets = targets;
    endResetModel();
}

void TargetsModel::setTarget(int row, const RouteTarget &target)
{
    m_targets[row] = target;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TargetsModel::append(const RouteTarget &target)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_targets.append(target);
    endInsertRows();
}

void TargetsModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_targets.removeAt(row);
    endRemoveRows();
}

void TargetsModel::move(int row, int to)
{
    // Qt counts the destination with the row still in its place.
    if (!beginMoveRows({}, row, row, {}, to > row ? to + 1 : to))
        return;
    m_targets.move(row, to);
    endMoveRows();
}

int TargetsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_targets.size());
}

int TargetsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TargetsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const RouteTarget &target = m_targets[index.row()];
    switch (index.column()) {
    case ProviderName:
        return providerText(target.provider);
    case Model:
        return target.model;
    default:
        return target.weight;
    }
}

QVariant TargetsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ProviderName:
        return tr("Provider");
    case Model:
        return tr("Model");
    case Weight:
        return tr("Weight");
    default:
        return {};
    }
}

Qt::ItemFlags TargetsModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled;
}

QString TargetsModel::providerText(const QString &id) const
{
    const auto it = std::find_if(m_providers.cbegin(), m_providers.cend(),
                                 [&](const Provider &provider) { return provider.id == id; });
    if (it == m_providers.cend())
        return id;
    const QString name = it->name.isEmpty() ? id : it->name;
    return it->enabled ? name : tr("%1 (switched off)").arg(name);
}

} // namespace gatehouse
