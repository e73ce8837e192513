// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/routes_model.h"

#include "ui/routes/server_text.h"
#include "ui/widgets/plain_tip.h"

#include <algorithm>

namespace gatehouse {

void RoutesModel::setConfig(const Config &config)
{
    QStringList targets;
    for (const Route &route : config.routes)
        targets.append(serverText(serversOf(config, route), route.policy, {}));
    if (config.routes == m_routes && targets == m_targets)
        return;
    beginResetModel();
    m_routes = config.routes;
    m_targets = targets;
    endResetModel();
}

int RoutesModel::rowOf(const QString &name) const
{
    const auto it = std::find_if(m_routes.cbegin(), m_routes.cend(),
                                 [&](const Route &route) { return route.model == name; });
    return it == m_routes.cend() ? -1 : int(it - m_routes.cbegin());
}

int RoutesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_routes.size());
}

int RoutesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RoutesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Route &route = m_routes[index.row()];
    QString text = m_targets[index.row()];
    if (index.column() == Name)
        text = route.model;
    else if (index.column() == Spread)
        text = role == Qt::ToolTipRole ? policyMeaning(route.policy) : policyName(route.policy);
    return role == Qt::ToolTipRole ? plainTip(text) : text;
}

QVariant RoutesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Route");
    case Spread:
        return tr("Policy");
    case Targets:
        return tr("Targets");
    default:
        return {};
    }
}

Qt::ItemFlags RoutesModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled;
}

} // namespace gatehouse
