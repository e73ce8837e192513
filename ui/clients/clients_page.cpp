// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clients/clients_page.h"

#include "gateway/config/base_url.h"
#include "ui/clients/access_card.h"
#include "ui/clients/client_dialog.h"
#include "ui/clients/clients_model.h"
#include "ui/clients/new_key_dialog.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/routes/list_actions.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/reorder_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

ClientsPage::ClientsPage(const Context &context, QWidget *parent)
    : Page(tr("Clients"), tr("The apps that may call Gatehouse, each with a key of its own."), Fills, parent)
    , m_context(context)
    , m_access(new AccessCard)
    , m_model(new ClientsModel(this))
    , m_list(new ReorderView)
    , m_stack(new QStackedLayout)
{
    auto *list = new Card(tr("Clients"));
    makeList(*list);
    makeActions(*list);
    content()->addWidget(m_access);
    content()->addWidget(list, 1);

    connect(m_access, &AccessCard::wanted, this, [this](bool keys) { keys ? openDialog({}) : removeAll(); });
    connect(&context.draft, &Draft::changed, this, &ClientsPage::refresh);
    refresh();
}

void ClientsPage::makeList(Card &card)
{
    m_list->setObjectName(u"clients"_s);
    m_list->setAccessibleName(tr("Clients"));
    m_list->setModel(m_model);
    m_list->setColumnWidth(ClientsModel::Name, 160);
    m_list->setColumnWidth(ClientsModel::Models, 200);
    m_list->horizontalHeader()->setStretchLastSection(true);
    auto *nobody =
        new EmptyState(u"clients"_s, tr("No clients yet"),
                       tr("Give an app a key of its own to limit what it may use, and to revoke it "
                          "without touching the others."),
                       tr("Add a client…"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(nobody);
    card.body()->addLayout(m_stack, 1);
    connect(nobody, &EmptyState::triggered, this, [this] { openDialog({}); });
    connect(m_list, &ReorderView::activated, this, &ClientsPage::edit);
    connect(m_list, &ReorderView::removeRequested, this, &ClientsPage::revoke);
    connect(m_list, &ReorderView::moveRequested, this, &ClientsPage::move);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ClientsPage::updateActions);
}

void ClientsPage::makeActions(Card &card)
{
    QHBoxLayout &corner = *card.corner();
    addListAction(*m_list, corner, tr("&Add a client…"), u"addClient"_s, [this] { openDialog({}); });
    m_edit = addListAction(*m_list, corner, tr("&Edit…"), u"editClient"_s, [this] { edit(); });
    m_revoke = addListAction(*m_list, corner, tr("&Revoke…"), u"revokeClient"_s, [this] { revoke(); });
}

void ClientsPage::refresh()
{
    const QList<Client> &clients = m_context.draft.config().clients;
    m_access->setRequired(!clients.isEmpty());
    const QString selected = current() ? current()->name : QString();
    m_model->setClients(clients);
    select(selected);
    m_stack->setCurrentIndex(clients.isEmpty() ? 1 : 0);
    updateActions();
}

void ClientsPage::updateActions()
{
    m_edit->setEnabled(current() != nullptr);
    m_revoke->setEnabled(current() != nullptr);
}

void ClientsPage::openDialog(const std::optional<Client> &edited)
{
    auto *dialog = new ClientDialog(m_context, edited, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClientDialog::saved, this, [this](const QString &name, const QByteArray &key) {
        select(name);
        if (key.isEmpty())
            return;
        auto *shown = new NewKeyDialog(name, key, m_context.status.baseUrl(), this);
        shown->setAttribute(Qt::WA_DeleteOnClose);
        shown->open();
    });
    dialog->open();
}

void ClientsPage::edit()
{
    if (current())
        openDialog(*current());
}

void ClientsPage::revoke()
{
    if (!current())
        return;
    const QString name = current()->name;
    const bool last = m_model->rowCount() == 1;
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
    m_list->selectRow(std::min(row, m_model->rowCount() - 1));
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
                 nullptr, m_model->rowCount()),
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
    const QString name = m_model->clients()[from].name;
    Config next = m_context.draft.config();
    next.clients.move(from, to);
    if (save(next))
        select(name);
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

void ClientsPage::select(const QString &client)
{
    m_list->selectRow(m_model->rowOf(client));
}

const Client *ClientsPage::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_model->clients().size() ? &m_model->clients()[row] : nullptr;
}

} // namespace gatehouse
