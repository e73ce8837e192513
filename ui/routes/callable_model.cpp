// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/routes/callable_model.h"

#include "ui/routes/server_text.h"
#include "ui/theme/colors.h"
#include "ui/widgets/plain_tip.h"

#include <QGuiApplication>

namespace gatehouse {

void CallableModel::setNames(const QList<CallableName> &names)
{
    beginResetModel();
    m_names = names;
    endResetModel();
}

int CallableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_names.size());
}

int CallableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CallableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CallableName &name = m_names[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(name, index.column());
    case Qt::ToolTipRole:
        return plainTip(text(name, index.column()));
    case Qt::ForegroundRole:
        return name.isServed() ? QVariant() : QVariant(mutedText(QGuiApplication::palette()));
    default:
        return {};
    }
}

QVariant CallableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Servers:
        return tr("Served by");
    default:
        return {};
    }
}

QString CallableModel::kindName(CallableName::Kind kind)
{
    switch (kind) {
    case CallableName::RouteName:
        return tr("Route");
    case CallableName::Alias:
        return tr("Alias");
    case CallableName::Model:
        return tr("Model");
    case CallableName::Pattern:
        return tr("Pattern");
    case CallableName::Explicit:
        return tr("Any of a provider");
    }
    return {};
}

QString CallableModel::text(const CallableName &name, int column) const
{
    switch (column) {
    case Name:
        return name.name;
    case Kind:
        return kindName(name.kind);
    default:
        return serverText(name.servers, name.policy, name.name);
    }
}

} // namespace gatehouse
