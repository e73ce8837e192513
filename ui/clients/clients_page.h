// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/context.h"
#include "ui/widgets/page.h"

#include <optional>

class QAction;
class QStackedLayout;

namespace gatehouse {

class AccessCard;
class Card;
class ClientsModel;
class ReorderView;

//! The applications that may call the gateway, and their keys.
class ClientsPage final : public Page
{
    Q_OBJECT

public:
    explicit ClientsPage(const Context &context, QWidget *parent = nullptr);

private:
    void makeList(Card &card);
    void makeActions(Card &card);
    void refresh();
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
    void select(const QString &client);
    const Client *current() const;

    Context m_context;
    AccessCard *m_access;
    ClientsModel *m_model;
    ReorderView *m_list;
    QStackedLayout *m_stack;
    QAction *m_edit;
    QAction *m_revoke;
};

} // namespace gatehouse
