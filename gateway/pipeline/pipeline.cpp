// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/pipeline.h"

#include "gateway/http/error_body.h"
#include "gateway/pipeline/admit.h"
#include "gateway/pipeline/answer_headers.h"
#include "gateway/pipeline/authenticate.h"
#include "gateway/pipeline/parse.h"
#include "gateway/pipeline/resolve.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr std::chrono::milliseconds lookAfter{250};

} // namespace

Pipeline::Pipeline(Transfers &transfers, const Redactor &redactor, Listener listener)
    : m_startedMs(QDateTime::currentMSecsSinceEpoch())
    , m_redactor(redactor)
    , m_checks(transfers, m_health, m_cooldowns)
    , m_bodies(std::move(listener.bodies))
    , m_alerts(redactor, [this](const Alert &found) { alert(found); })
    , m_webhook(transfers, redactor)
    , m_services{m_json,     m_limiter,
                 m_health,   m_cooldowns,
                 m_keyTurns, m_balancer,
                 transfers,  m_redactor,
                 m_memory,   [this](UsageRecord done) { record(std::move(done)); }}
    , m_listener(std::move(listener))
{
    m_health.watch([this] { changed(); }); // what changes cooldowns changes that too
    m_look.setSingleShot(true);
    m_look.setInterval(lookAfter);
    QObject::connect(&m_look, &QTimer::timeout, &m_look, [this] {
        m_alerts.look(m_health, m_cooldowns, Clock::now(), QDateTime::currentMSecsSinceEpoch());
    });
}

Pipeline::~Pipeline()
{
    m_resends.clear();
    m_asked.clear();
    m_exchanges.clear(); // while all that they tell is there
}

void Pipeline::apply(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    m_cooldowns.setMaximum(m_snapshot->config.cooldownMax);
    m_checks.apply(m_snapshot);
    m_alerts.apply(m_snapshot);
    m_webhook.setUrl(m_snapshot->config.alerts.webhookUrl);
    changed();
}

void Pipeline::setConfigState(ConfigState state)
{
    m_configState = std::move(state);
    changed();
}

void Pipeline::endCooldown(const QString &provider)
{
    if (provider.isEmpty())
        m_cooldowns.endAll();
    else
        m_cooldowns.end(provider);
    changed();
}

//! The order of the stages. All of this is decided at once; from here on only the exchange waits.
Result<Plan> Pipeline::plan(Exchange &exchange, const Match &match)
{
    const Incoming &in = exchange.incoming();
    return authenticate(*m_snapshot, in).andThen([&](Caller caller) {
        exchange.note(caller);
        return planFor(exchange, match, caller);
    });
}

Result<Plan> Pipeline::planFor(Exchange &exchange, const Match &match, const Caller &caller,
                               const RouteTarget *only)
{
    const Incoming &in = exchange.incoming();
    return parse(m_json, in, match, caller, [&](const Peek &peek) { exchange.note(peek); })
        .andThen([&](Call call) {
            return only ? resolveTo(*m_snapshot, std::move(call), *only)
                        : resolve(*m_snapshot, std::move(call));
        })
        .andThen([&](Plan plan) {
            return admit(m_limiter, m_budgets, *m_snapshot, std::move(plan), in.arrived,
                         QDateTime::currentMSecsSinceEpoch());
        });
}

Error Pipeline::shuttingDown()
{
    return {503, "server_error", "shutting_down", u"The gateway is shutting down."_s};
}

void Pipeline::handle(Incoming &&in, Reply &&reply)
{
    if (in.first && in.peerPort != 0)
        m_listener.connected(in.peerPort);
    auto match = matchEndpoint(in);
    if (!match)
        return refuse(m_draining ? shuttingDown() : match.error(), in, reply);
    const Surface surface = match->endpoint->surface;
    if (surface != Surface::Model && surface != Surface::PassThrough) {
        if (m_draining)
            return refuse(shuttingDown(), in, reply);
        return answerLocally(*match, in, reply);
    }
    Exchange &exchange = begin(std::move(in), std::move(reply));
    if (m_bodies.on())
        exchange.keepBodies(*match->endpoint, [this](const RecordedExchange &bodies, const UsageRecord &) {
            m_bodies.keep(bodies);
        });
    changed();
    if (m_draining)
        exchange.run(shuttingDown());
    else
        exchange.run(plan(exchange, *match));
}

Exchange &Pipeline::begin(Incoming &&in, Reply &&reply)
{
    auto owned = std::make_unique<Exchange>(m_services, m_snapshot, std::move(in), std::move(reply));
    Exchange *exchange = owned.get();
    exchange->whenOver([this, exchange] { over(exchange); });
    m_exchanges.emplace(exchange, std::move(owned));
    return *exchange;
}

void Pipeline::answerLocally(const Match &match, const Incoming &in, Reply &reply)
{
    const LocalContext context{*m_snapshot,
                               m_health,
                               m_cooldowns,
                               m_configState,
                               std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - m_started),
                               m_metrics,
                               m_startedMs,
                               m_recordsLost};
    auto answer = needsClientKey(match.endpoint->surface, m_snapshot->config.listener)
                      ? authenticate(*m_snapshot, in).andThen([&](Caller caller) {
                            return localAnswer(match, in, caller, context);
                        })
                      : localAnswer(match, in, Caller{}, context);
    if (!answer)
        return refuse(answer.error(), in, reply);
    AnswerHeaders own;
    own.requestId = newRequestId();
    own.anthropic = dialectAsked(in) == Dialect::Anthropic;
    own.gatewayMs = millisecondsBetween(in.arrived, Clock::now());
    ReplyHead head;
    head.contentType = answer->contentType;
    head.headers = answer->headers;
    reply.send(answer->status, answerHeaders(own, head), answer->body);
}

void Pipeline::refuse(const Error &error, const Incoming &in, Reply &reply)
{
    AnswerHeaders own;
    own.requestId = newRequestId();
    own.anthropic = dialectAsked(in) == Dialect::Anthropic;
    own.gatewayMs = millisecondsBetween(in.arrived, Clock::now());
    ReplyHead head;
    head.headers = errorHeaders(error);
    reply.send(error.status, answerHeaders(own, head), errorBody(error, dialectAsked(in)));
}

void Pipeline::over(Exchange *exchange)
{
    const auto it = m_exchanges.find(exchange);
    const auto kept = std::move(it->second); // destroyed when nothing refers to it any more
    m_exchanges.erase(it);
    changed();
}

void Pipeline::shutDown()
{
    while (!m_exchanges.empty())
        m_exchanges.begin()->first->shutDown();
}

} // namespace gatehouse
