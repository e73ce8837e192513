// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/widgets/reorder_view.h"

namespace gatehouse {

class ClientsModel;
struct BudgetStatus;

//! The clients as a table, in the order of the file. Keeps the selection when they change.
class ClientsList final : public ReorderView
{
    Q_OBJECT

public:
    explicit ClientsList(QWidget *parent = nullptr);

    void setClients(const QList<Client> &clients);
    void setBudgets(const QList<BudgetStatus> &budgets);

    //! The client that is selected, or null. Valid until the next change.
    const Client *current() const;
    const Client &client(int row) const;
    void select(const QString &client);
    //! Whether the budget of the client that is selected is used up, and not lifted.
    bool currentIsUsedUp() const;

private:
    ClientsModel *m_model;
};

} // namespace gatehouse
