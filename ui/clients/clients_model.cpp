// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/clients_model.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

void ClientsModel::setClients(const QList<Client> &clients)
{
    if (clients == m_clients)
        return;
    beginResetModel();
    m_clients = clients;
    endResetModel();
}

int ClientsModel::rowOf(const QString &name) const
{
    const auto it = std::find_if(m_clients.cbegin(), m_clients.cend(),
                                 [&](const Client &client) { return client.name == name; });
    return it == m_clients.cend() ? -1 : int(it - m_clients.cbegin());
}

int ClientsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_clients.size());
}

int ClientsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ClientsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Client &client = m_clients[index.row()];
    QString text = client.name;
    if (index.column() == Models)
        text = modelsText(client.models);
    else if (index.column() == Limits)
        text = limitsText(client.limits);
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Client");
    case Models:
        return tr("May ask for");
    case Limits:
        return tr("Limits");
    default:
        return {};
    }
}

Qt::ItemFlags ClientsModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled;
}

QString ClientsModel::modelsText(const QStringList &models)
{
    if (models.isEmpty())
        return tr("Nothing");
    return models.contains("*"_L1) ? tr("Any model") : models.join(u", "_s);
}

QString ClientsModel::limitsText(const gatehouse::Limits &limits)
{
    const QLocale locale;
    QStringList parts;
    if (limits.requestsPerMinute > 0)
        parts.append(tr("%1 requests a minute").arg(locale.toString(limits.requestsPerMinute)));
    if (limits.tokensPerMinute > 0)
        parts.append(tr("%1 tokens a minute").arg(locale.toString(limits.tokensPerMinute)));
    if (limits.concurrent > 0)
        parts.append(tr("%1 at once").arg(locale.toString(limits.concurrent)));
    return parts.isEmpty() ? tr("None") : parts.join(u", "_s);
}

} // namespace gatehouse
