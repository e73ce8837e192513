// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/webhook.h"

#include "gateway/base/logging.h"
#include "gateway/config/base_url.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUrl>

#include <boost/json.hpp>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const char *eventOf(Alert::Kind kind)
{
    switch (kind) {
    case Alert::ProviderDown:
        return "provider_down";
    case Alert::ProviderUp:
        return "provider_up";
    case Alert::KeyRefused:
        return "key_refused";
    case Alert::ErrorRate:
        return "error_rate";
    case Alert::BudgetNearlyUsed:
        return "budget_nearly_used";
    case Alert::BudgetUsed:
        break;
    }
    return "budget_used";
}

std::string textOf(const QString &text)
{
    return text.toUtf8().toStdString();
}

std::shared_ptr<const Link> linkTo(const QUrl &url, std::chrono::milliseconds patience)
{
    auto link = std::make_shared<Link>();
    link->provider = u"webhook"_s;
    link->baseUrl = url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery);
    const auto time = std::chrono::ceil<std::chrono::seconds>(patience);
    link->timeouts = {time, time, time};
    link->proxy = u"system"_s;
    return link;
}

} // namespace

Webhook::Webhook(Transfers &transfers, const Redactor &redactor, WebhookPace pace)
    : m_transfers(transfers)
    , m_redactor(redactor)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { onTimeout(); });
}

void Webhook::setUrl(const QString &url)
{
    if (url == m_url)
        return;
    m_url = url;
    m_transfer.reset();
    m_timer.stop();
    m_queue.clear();
    m_failures = 0;
    m_link.reset();
    if (url.isEmpty())
        return;
    QUrl parsed(url, QUrl::StrictMode);
    const bool web = parsed.scheme() == "https"_L1 || parsed.scheme() == "http"_L1;
    if (!web || parsed.host().isEmpty() || !parsed.userInfo().isEmpty()) {
        // The URL itself may be a secret.
        qCWarning(lcUpstream) << "alerts.webhookUrl is no http or https URL that can be used";
        return;
    }
    parsed.setFragment({});
    m_target = parsed.toEncoded();
    m_link = linkTo(parsed, m_pace.patience);
}

QByteArray Webhook::bodyOf(const Alert &alert) const
{
    const QString time = QDateTime::fromMSecsSinceEpoch(alert.timeMs).toUTC().toString(Qt::ISODate);
    const QByteArray message = m_redactor.redact(alert.message.toUtf8());
    const boost::json::object body{
        {"event", eventOf(alert.kind)},     {"subject", textOf(alert.subject)},
        {"message", message.toStdString()}, {"time", textOf(time)},
        {"program", "gatehouse"},           {"version", textOf(QCoreApplication::applicationVersion())}};
    const std::string text = boost::json::serialize(body);
    return QByteArray(text.data(), qsizetype(text.size()));
}

void Webhook::post(const Alert &alert)
{
    if (!m_link)
        return;
    if (m_queue.size() >= mostWaiting) {
        qCWarning(lcUpstream) << "Too many alerts wait for the webhook: an old one is dropped";
        m_queue.erase(m_queue.begin() + 1); // the first is under way
    }
    m_queue.push_back(bodyOf(alert));
    if (m_queue.size() == 1)
        send();
}

void Webhook::send()
{
    Outgoing outgoing;
    outgoing.link = m_link;
    outgoing.url = m_target;
    outgoing.headers = {"content-type: application/json",
                        "user-agent: gatehouse/" + QCoreApplication::applicationVersion().toUtf8()};
    outgoing.owners.append(m_queue.front());
    outgoing.body.append(outgoing.owners.back());
    m_timer.start(m_pace.patience);
    m_transfer = m_transfers.start(std::move(outgoing), *this);
}

void Webhook::onTimeout()
{
    if (m_transfer)
        tryAgain(u"no answer in time"_s);
    else
        send();
}

void Webhook::onHead(ReplyHead head)
{
    const QString answer = u"HTTP %1"_s.arg(head.status);
    if (head.status == 429 || head.status >= 500)
        tryAgain(answer);
    else if (head.status >= 200 && head.status < 300)
        next();
    else
        giveUp(answer);
}

void Webhook::onEnd(const TransferEnd &end)
{
    tryAgain(end.message); // the head of an answer would have ended it
}

void Webhook::tryAgain(const QString &reason)
{
    m_transfer.reset();
    if (m_failures >= m_pace.pauses.size())
        return giveUp(reason);
    m_timer.start(m_pace.pauses[m_failures++]);
}

void Webhook::giveUp(const QString &reason)
{
    qCWarning(lcUpstream).noquote() << "The webhook at" << hostAndPort(m_url)
                                    << "did not take an alert:" << reason;
    next();
}

void Webhook::next()
{
    m_transfer.reset();
    m_timer.stop();
    m_failures = 0;
    m_queue.pop_front();
    if (!m_queue.empty())
        send();
}

} // namespace gatehouse
