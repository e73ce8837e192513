// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/clients_page.h"

#include "gateway/config/base_url.h"
#include "gateway/gateway.h"
#include "ui/clients/access_card.h"
#include "ui/clients/client_dialog.h"
#include "ui/clients/clients_list.h"
#include "ui/clients/new_key_dialog.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/routes/list_actions.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

ClientsPage::ClientsPage(const Context &context, QWidget *parent)
    : Page(tr("Clients"), tr("The apps that may call Gatehouse, each with a key of its own."), Fills, parent)
    , m_context(context)
    , m_access(new AccessCard)
    , m_list(new ClientsList)
    , m_stack(new QStackedLayout)
{
    auto *list = new Card(tr("Clients"));
    makeList(*list);
    makeActions(*list);
    content()->addWidget(m_access);
    content()->addWidget(list, 1);

    connect(m_access, &AccessCard::wanted, this, [this](bool keys) { keys ? openDialog({}) : removeAll(); });
    connect(this, &ClientsPage::liftRequested, &context.gateway, &Gateway::liftBudget);
    connect(&context.draft, &Draft::changed, this, &ClientsPage::refresh);
    connect(&context.status, &LiveStatus::changed, this, &ClientsPage::refreshBudgets);
    refresh();
}

void ClientsPage::makeList(Card &card)
{
    auto *nobody =
        new EmptyState(u"clients"_s, tr("No clients yet"),
                       tr("Give an app a key of its own to limit what it may use, and to revoke it "
                          "without touching the others."),
                       tr("Add a client…"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(nobody);
    card.body()->addLayout(m_stack, 1);
    connect(nobody, &EmptyState::triggered, this, [this] { openDialog({}); });
    connect(m_list, &ClientsList::activated, this, &ClientsPage::edit);
    connect(m_list, &ClientsList::removeRequested, this, &ClientsPage::revoke);
    connect(m_list, &ClientsList::moveRequested, this, &ClientsPage::move);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ClientsPage::updateActions);
}

void ClientsPage::makeActions(Card &card)
{
    QHBoxLayout &corner = *card.corner();
    m_lift = addListAction(*m_list, corner, tr("&Let it go on"), u"liftBudget"_s,
                           [this] { Q_EMIT liftRequested(m_list->current()->name); });
    m_lift->setToolTip(tr("Lifts its budget until the period ends"));
    m_liftButton = card.findChild<QPushButton *>(u"liftBudget"_s);
    addListAction(*m_list, corner, tr("&Add a client…"), u"addClient"_s, [this] { openDialog({}); });
    m_edit = addListAction(*m_list, corner, tr("&Edit…"), u"editClient"_s, [this] { edit(); });
    m_revoke = addListAction(*m_list, corner, tr("&Revoke…"), u"revokeClient"_s, [this] { revoke(); });
}

void ClientsPage::refresh()
{
    const QList<Client> &clients = m_context.draft.config().clients;
    m_access->setRequired(!clients.isEmpty());
    m_list->setClients(clients);
    m_stack->setCurrentIndex(clients.isEmpty() ? 1 : 0);
    refreshBudgets();
}

void ClientsPage::refreshBudgets()
{
    m_list->setBudgets(m_context.status.now().budgets);
    updateActions();
}

void ClientsPage::updateActions()
{
    m_edit->setEnabled(m_list->current() != nullptr);
    m_revoke->setEnabled(m_list->current() != nullptr);
    m_lift->setVisible(m_list->currentIsUsedUp());
    m_liftButton->setVisible(m_lift->isVisible());
}

void ClientsPage::openDialog(const std::optional<Client> &edited)
{
    auto *dialog = new ClientDialog(m_context, edited, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClientDialog::saved, this, [this](const QString &name, const QByteArray &key) {
        m_list->select(name);
        if (key.isEmpty())
            return;
        auto *shown = new NewKeyDialog(name, key, m_context.status.baseUrl(), this);
        shown->setAttribute(Qt::WA_DeleteOnClose);
        shown->open();
    });
    dialog->open();
}

void ClientsPage::editClient(const QString &name)
{
    m_list->select(name);
    if (m_list->current() && m_list->current()->name == name)
        edit();
}

void ClientsPage::edit()
{
    if (m_list->current())
        openDialog(*m_list->current());
}

void ClientsPage::revoke()
{
    if (!m_list->current())
        return;
    const QString name = m_list->current()->name;
    const bool last = m_list->model()->rowCount() == 1;
    if (last && !mayBeOpen())
        return;
    const QString after =
        last ? tr(" It is the last client: from then on every program on this machine may call "
                  "without a key.")
             : QString();
    if (!ask(this, {tr("Revoke the key of \"%1\"?").arg(name),
                    tr("Apps that use it are refused at once.") + after, tr("&Revoke")})
             .confirmed)
        return;
    const int row = m_list->currentRow();
    Config next = m_context.draft.config();
    next.clients.removeIf([&](const Client &client) { return client.name == name; });
    if (!save(next))
        return;
    m_list->selectRow(std::min(row, m_list->model()->rowCount() - 1));
    offerUndo(banner(), m_context.draft, tr("The key of \"%1\" was revoked.").arg(name));
}

void ClientsPage::removeAll()
{
    if (!mayBeOpen())
        return;
    if (!ask(this,
             {tr("Call without keys?"),
              tr("All %n client key(s) are removed. From then on every program on this machine may call "
                 "without a key.",
                 nullptr, m_list->model()->rowCount()),
              tr("&Remove all keys")})
             .confirmed)
        return;
    Config next = m_context.draft.config();
    next.clients.clear();
    if (save(next))
        offerUndo(banner(), m_context.draft, tr("All client keys were removed."));
}

void ClientsPage::move(int from, int to)
{
    const QString name = m_list->client(from).name;
    Config next = m_context.draft.config();
    next.clients.move(from, to);
    if (save(next))
        m_list->select(name);
}

bool ClientsPage::mayBeOpen()
{
    const QString &host = m_context.draft.config().listener.host;
    if (isLoopback(host))
        return true;
    banner().clearActions();
    banner().say(Tone::Warning,
                 tr("Gatehouse listens on %1, where other machines can reach it: at least one "
                    "client key is needed there. Set the address to 127.0.0.1 in Settings first.")
                     .arg(host));
    return false;
}

bool ClientsPage::save(const Config &next)
{
    return saveOrSay(banner(), m_context.draft, next);
}

} // namespace gatehouse
