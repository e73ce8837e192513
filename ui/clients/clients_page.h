// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/context.h"
#include "ui/widgets/page.h"

#include <optional>

class QAction;
class QPushButton;
class QStackedLayout;

namespace gatehouse {

class AccessCard;
class Card;
class ClientsList;

//! The applications that may call the gateway, and their keys.
class ClientsPage final : public Page
{
    Q_OBJECT

public:
    explicit ClientsPage(const Context &context, QWidget *parent = nullptr);

    //! Opens the dialog for the client of that name, if there is one.
    void editClient(const QString &name);

Q_SIGNALS:
    //! The budget of \a client, which is used up, is to be lifted.
    void liftRequested(const QString &client);

private:
    void makeList(Card &card);
    void makeActions(Card &card);
    void refresh();
    void refreshBudgets();
    void updateActions();
    void openDialog(const std::optional<Client> &edited);
    void edit();
    void revoke();
    void removeAll();
    void move(int from, int to);
    //! Whether clients can be done without; says why not.
    bool mayBeOpen();
    //! Whether it was saved; says why not.
    bool save(const Config &next);

    Context m_context;
    AccessCard *m_access;
    ClientsList *m_list;
    QStackedLayout *m_stack;
    QAction *m_edit;
    QAction *m_revoke;
    QAction *m_lift;
    QPushButton *m_liftButton;
};

} // namespace gatehouse
