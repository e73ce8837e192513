// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/clients_list.h"

#include "ui/clients/clients_model.h"
#include "ui/money/budget_text.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

ClientsList::ClientsList(QWidget *parent)
    : ReorderView(parent)
    , m_model(new ClientsModel(this))
{
    setObjectName(u"clients"_s);
    setAccessibleName(tr("Clients"));
    setModel(m_model);
    setColumnWidth(ClientsModel::Name, 105);
    setColumnWidth(ClientsModel::Models, 105);
    setColumnWidth(ClientsModel::Limits, 205);
    horizontalHeader()->setStretchLastSection(true);
    const int twoLines = 2 * fontMetrics().lineSpacing() + 8;
    verticalHeader()->setDefaultSectionSize(std::max(verticalHeader()->defaultSectionSize(), twoLines));
}

void ClientsList::setClients(const QList<Client> &clients)
{
    const QString selected = current() ? current()->name : QString();
    m_model->setClients(clients);
    select(selected);
}

void ClientsList::setBudgets(const QList<BudgetStatus> &budgets)
{
    m_model->setBudgets(budgets);
}

const Client *ClientsList::current() const
{
    const int row = currentRow();
    return row >= 0 && row < m_model->clients().size() ? &m_model->clients()[row] : nullptr;
}

const Client &ClientsList::client(int row) const
{
    return m_model->clients()[row];
}

void ClientsList::select(const QString &client)
{
    selectRow(m_model->rowOf(client));
}

bool ClientsList::currentIsUsedUp() const
{
    const BudgetStatus *budget = current() ? m_model->budgetOf(current()->name) : nullptr;
    return budget && isUsedUp(*budget);
}

} // namespace gatehouse
