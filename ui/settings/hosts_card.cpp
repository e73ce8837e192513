// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/hosts_card.h"

#include "gateway/config/base_url.h"
#include "ui/draft.h"
#include "ui/listed.h"
#include "ui/routes/list_actions.h"
#include "ui/settings/entry_list.h"
#include "ui/settings/setting_names.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_label.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

HostsCard::HostsCard(const Context &context, const QStringList &addresses, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_addresses(addresses)
    , m_list(new EntryList({tr("Host names"), tr("Host &name:"), u"192.168.1.20"_s,
                            tr("Only 127.0.0.1 and localhost are answered.")},
                           [this](const QStringList &hosts) { return save(hosts); }))
    , m_offer(new Banner)
    , m_undo(new Banner)
{
    m_list->setObjectName(u"hostNames"_s);
    m_offer->setObjectName(u"hostOffer"_s);
    m_offer->setClosable(false);
    m_addAll = m_offer->addAction(tr("Add them"));
    m_addAll->setObjectName(u"addAddresses"_s);
    m_undo->setObjectName(u"hostUndo"_s);
    auto *card = new Card(tr("Host names"));
    card->body()->addWidget(new PlainLabel(
        tr("A request that calls this machine by another name than 127.0.0.1, localhost or one of these is "
           "refused. That keeps web pages from getting in under a name of their own. Other devices need the "
           "name or address here that stands in their base URL."),
        PlainLabel::Muted));
    card->body()->addWidget(m_offer);
    card->body()->addWidget(m_list);
    card->body()->addWidget(m_undo);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_addAll, &QPushButton::clicked, this, [this] {
        m_undo->clearActions();
        if (const QString problem = save(m_list->entries() + missing()); !problem.isEmpty())
            m_undo->say(Tone::Bad, problem);
    });
    connect(m_list, &EntryList::removed, this, [this](const QString &host) {
        offerUndo(*m_undo, m_context.draft, tr("The host name \"%1\" was removed.").arg(host));
    });
    refresh();
}

void HostsCard::setAddresses(const QStringList &addresses)
{
    m_addresses = addresses;
    refresh();
}

void HostsCard::refresh()
{
    m_list->setEntries(m_context.draft.config().listener.allowedHosts);
    const QStringList addresses = missing();
    if (addresses.isEmpty())
        m_offer->hide();
    else
        m_offer->say(Tone::Warning,
                     tr("Requests to %1 are refused until that is in this list.").arg(listed(addresses)));
}

//! The addresses where it listens for other devices but does not answer to.
QStringList HostsCard::missing() const
{
    const Listener &listener = m_context.draft.config().listener;
    if (isLoopback(listener.host))
        return {};
    const bool every = listener.host == "0.0.0.0"_L1 || listener.host == "::"_L1;
    const QString own = listener.host.contains(u':') ? QString(u'[' + listener.host + u']') : listener.host;
    QStringList addresses = every ? m_addresses : QStringList(own);
    addresses.removeIf([&](const QString &address) {
        const QString withPort = u"%1:%2"_s.arg(address, QString::number(listener.port));
        return listener.allowedHosts.contains(address) || listener.allowedHosts.contains(withPort);
    });
    return addresses;
}

QString HostsCard::save(const QStringList &hosts)
{
    Config next = m_context.draft.config();
    next.listener.allowedHosts = hosts;
    return settingProblems(m_context.draft.save(next));
}

} // namespace gatehouse
