// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/clients_model.h"

#include "ui/listed.h"
#include "ui/money/budget_text.h"
#include "ui/widgets/plain_tip.h"
#include "ui/widgets/state_mark.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int markSize = 12;

} // namespace

void ClientsModel::setClients(const QList<Client> &clients)
{
    if (clients == m_clients)
        return;
    beginResetModel();
    m_clients = clients;
    endResetModel();
}

void ClientsModel::setBudgets(const QList<BudgetStatus> &budgets)
{
    if (std::exchange(m_budgets, budgets) != budgets && !m_clients.isEmpty())
        Q_EMIT dataChanged(index(0, Spent), index(rowCount() - 1, Spent));
}

const BudgetStatus *ClientsModel::budgetOf(const QString &client) const
{
    const auto it = std::find_if(m_budgets.cbegin(), m_budgets.cend(),
                                 [&](const BudgetStatus &status) { return status.client == client; });
    return client.isEmpty() || it == m_budgets.cend() ? nullptr : &*it;
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
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Client &client = m_clients[index.row()];
    if (role == Qt::DecorationRole && index.column() == Spent) {
        const BudgetStatus *status = budgetOf(client.name);
        return status && isUsedUp(*status) ? QVariant(stateIcon(Tone::Warning, markSize)) : QVariant();
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text = client.name;
    if (index.column() == Models)
        text = modelsText(client.models);
    else if (index.column() == Limits)
        text = limitsText(client.limits);
    else if (index.column() == Spent)
        text = spentText(client);
    return role == Qt::DisplayRole ? text : plainTip(text);
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
    case Spent:
        return tr("Budget");
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
    return models.contains("*"_L1) ? tr("Any model") : listed(models);
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
    return parts.isEmpty() ? tr("None") : listed(parts);
}

QString ClientsModel::spentText(const Client &client) const
{
    const QString whole = budgetText(client.budget);
    if (whole.isEmpty())
        return tr("None");
    const BudgetStatus *status = budgetOf(client.name);
    if (!status || status->budget != client.budget)
        return whole; // the gateway does not run, or has not heard of it
    if (status->lifted)
        return tr("Lifted") + u'\n' + gatehouse::spentText(*status);
    if (!isUsedUp(*status))
        return gatehouse::spentText(*status, u"\n"_s);
    const QString until = untilText(*status->untilMs, QDateTime::currentDateTime());
    return tr("Used up %1").arg(until) + u'\n' + gatehouse::spentText(*status);
}

} // namespace gatehouse
