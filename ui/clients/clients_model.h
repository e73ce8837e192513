// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/status/budget_status.h"

#include <QAbstractTableModel>

namespace gatehouse {

//! The clients as a table: name, what they may ask for, how much, and what is spent.
class ClientsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Models, Limits, Spent, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setClients(const QList<Client> &clients);
    const QList<Client> &clients() const { return m_clients; }
    //! How much of the budgets is spent; none while that is not known.
    void setBudgets(const QList<BudgetStatus> &budgets);
    //! That of a client, or null. Valid until the next change.
    const BudgetStatus *budgetOf(const QString &client) const;
    //! The row of the client of that name, or -1.
    int rowOf(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    static QString modelsText(const QStringList &models);
    static QString limitsText(const gatehouse::Limits &limits);
    //! One line, or two.
    QString spentText(const Client &client) const;

    QList<Client> m_clients;
    QList<BudgetStatus> m_budgets;
};

} // namespace gatehouse
