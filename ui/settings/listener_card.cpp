// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/listener_card.h"

#include "gateway/config/base_url.h"
#include "ui/draft.h"
#include "ui/listed.h"
#include "ui/live_status.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/plain_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QRadioButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const auto everyAddress = u"0.0.0.0"_s;

QString urlAt(const QString &host, int port)
{
    const QString name = host.contains(u':') ? QString(u'[' + host + u']') : host;
    return u"http://%1:%2"_s.arg(name, QString::number(port));
}

} // namespace

ListenerCard::ListenerCard(const Context &context, const QStringList &addresses, QWidget *parent)
    : EditedCard(context, tr("Who can reach it"), tr("&Apply"), tr("&Revert"), parent)
    , m_addresses(addresses)
    , m_local(new QRadioButton(tr("This &machine only")))
    , m_network(new QRadioButton(tr("&Other devices on my network")))
    , m_needsClient(new PlainLabel(
          tr("Other devices need a client key. Add a client on the Clients page first."), PlainLabel::Muted))
    , m_form(new QFormLayout)
    , m_address(new QComboBox)
    , m_port(new QSpinBox)
    , m_warning(new Banner)
    , m_urls(new PlainLabel({}, PlainLabel::Muted))
    , m_place(new PlainLabel({}, PlainLabel::Muted))
{
    m_local->setObjectName(u"local"_s);
    m_network->setObjectName(u"network"_s);
    m_needsClient->setObjectName(u"needsClient"_s);
    m_address->setObjectName(u"address"_s);
    m_port->setObjectName(u"port"_s);
    m_port->setRange(0, 65'535);
    m_port->setSpecialValueText(tr("Any free port"));
    m_warning->setObjectName(u"warning"_s);
    m_warning->setClosable(false);
    m_urls->setObjectName(u"urls"_s);
    m_urls->setSelectable();
    m_place->setObjectName(u"place"_s);
    m_form->addRow(tr("A&ddress:"), m_address);
    m_form->addRow(tr("&Port:"), m_port);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    for (QWidget *part : {static_cast<QWidget *>(m_local), static_cast<QWidget *>(m_network),
                          static_cast<QWidget *>(m_needsClient)})
        body()->addWidget(part);
    body()->addLayout(m_form);
    for (QWidget *part :
         {static_cast<QWidget *>(m_warning), static_cast<QWidget *>(m_urls), static_cast<QWidget *>(m_place)})
        body()->addWidget(part);
    connect(m_network, &QRadioButton::toggled, this, &ListenerCard::edited);
    connect(m_address, &QComboBox::currentIndexChanged, this, &ListenerCard::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &ListenerCard::edited);
    begin();
}

void ListenerCard::setAddresses(const QStringList &addresses)
{
    if (addresses == m_addresses)
        return;
    m_addresses = addresses;
    if (!isEdited())
        revert(); // offers the new ones
}

void ListenerCard::fill(const Config &config)
{
    const QString &host = config.listener.host;
    const bool local = isLoopback(host);
    m_loopback = local ? host : u"127.0.0.1"_s;
    (local ? m_local : m_network)->setChecked(true);
    m_address->clear();
    m_address->addItem(tr("Every address of this machine"), everyAddress);
    for (const QString &address : std::as_const(m_addresses))
        m_address->addItem(address, address);
    if (!local && m_address->findData(host) < 0)
        m_address->addItem(host, host);
    m_address->setCurrentIndex(local ? 0 : m_address->findData(host));
    m_port->setValue(config.listener.port);
}

void ListenerCard::read(Config &config) const
{
    config.listener.host = m_local->isChecked() ? m_loopback : m_address->currentData().toString();
    config.listener.port = quint16(m_port->value());
}

void ListenerCard::copyPart(const Config &from, Config &to) const
{
    to.listener.host = from.listener.host;
    to.listener.port = from.listener.port;
}

void ListenerCard::onEdited(const Config &next)
{
    const bool network = m_network->isChecked();
    const bool mayOpen = !next.clients.isEmpty();
    m_network->setEnabled(mayOpen || network);
    m_needsClient->setVisible(!mayOpen);
    m_address->setVisible(network);
    m_form->labelForField(m_address)->setVisible(network);
    m_urls->setVisible(network && next.listener.port != 0);
    if (network) {
        const QString &host = next.listener.host;
        QStringList urls;
        const QStringList hosts = host == everyAddress || host == "::"_L1 ? m_addresses : QStringList(host);
        for (const QString &address : hosts)
            urls.append(urlAt(address, next.listener.port));
        m_urls->setText(urls.isEmpty() ? tr("This machine has no network address now.")
                                       : tr("Other devices use %1. Each of these must be in the list of host "
                                            "names below.")
                                             .arg(listed(urls)));
        m_warning->say(Tone::Warning,
                       tr("The connection is not encrypted: whoever can watch the network can read prompts, "
                          "answers and client keys. Every device that reaches this address and has a client "
                          "key can spend your providers' credit. Use it only in a network that you trust."));
    } else {
        m_warning->hide();
    }
    showPlace();
}

void ListenerCard::showPlace()
{
    const GatewayStatus &now = context().status.now();
    const Listener &file = context().draft.config().listener;
    const bool elsewhere = now.listening && ((file.port != 0 && file.port != now.port) ||
                                             (!now.host.isEmpty() && file.host != now.host));
    m_place->setVisible(elsewhere);
    if (elsewhere)
        m_place->setText(tr("It listens at %1 now: another address was given when Gatehouse was started, or "
                            "it could not move.")
                             .arg(urlAt(now.host, now.port)));
}

} // namespace gatehouse
