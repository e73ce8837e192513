// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/pipeline.h"
#include "gateway/pipeline/send_again.h"

// What is asked from within: for a person in front of the window, who is nobody's client and needs no key.

using namespace Qt::StringLiterals;

namespace gatehouse {

void Pipeline::resend(quint64 number, const RecordedExchange &recorded, const QByteArray &model,
                      std::function<void(const Resent &)> done)
{
    if (m_draining)
        return done({.problem = u"The gateway is shutting down."_s});
    auto again = incomingAgain(recorded, model, m_json);
    const auto match = again ? matchEndpoint(*again) : Result<Match>(again.error());
    if (!match)
        return done({.problem = match.error().message});
    Exchange &exchange = begin(std::move(*again), Reply::detached());
    m_resends.emplace(number, &exchange);
    exchange.keepBodies(*match->endpoint, [this, number, done = std::move(done)](
                                              const RecordedExchange &bodies, const UsageRecord &) {
        if (m_resends.erase(number) > 0)
            done({.exchange = bodies});
    });
    changed();
    exchange.run(planFor(exchange, *match, Caller{}));
}

void Pipeline::cancelResend(quint64 number)
{
    const auto it = m_resends.find(number);
    if (it == m_resends.end())
        return;
    Exchange *exchange = it->second;
    m_resends.erase(it);
    m_exchanges.erase(exchange); // recorded as left by its client
    changed();
}

quint64 Pipeline::ask(const RecordedExchange &question, const RouteTarget &target, const QString &program,
                      std::function<void(const SelfTestAnswer &)> done)
{
    const auto refuse = [&](const QString &why) {
        SelfTestAnswer answer;
        answer.record.status = 503;
        answer.record.message = why;
        done(answer);
        return 0;
    };
    if (m_draining)
        return refuse(u"The gateway is shutting down."_s);
    // by its full name, for the record: it is not routed by it
    const QByteArray model(target.provider.toUtf8() + '/' + target.model.toUtf8());
    auto in = incomingAgain(question, model, m_json);
    const auto match = in ? matchEndpoint(*in) : Result<Match>(in.error());
    if (!match)
        return refuse(match.error().message);
    const quint64 number = ++m_lastAsked;
    Exchange &exchange = begin(std::move(*in), Reply::detached());
    exchange.noteProgram(program);
    m_asked.emplace(number, &exchange);
    exchange.keepBodies(*match->endpoint, [this, number, done = std::move(done)](
                                              const RecordedExchange &bodies, const UsageRecord &record) {
        if (m_asked.erase(number) > 0)
            done({bodies, record});
    });
    changed();
    exchange.run(planFor(exchange, *match, Caller{}, &target));
    return m_asked.count(number) > 0 ? number : 0;
}

void Pipeline::cancelAsked(quint64 number)
{
    const auto it = m_asked.find(number);
    if (it == m_asked.end())
        return;
    Exchange *exchange = it->second;
    m_asked.erase(it);
    m_exchanges.erase(exchange); // recorded as left by its client
    changed();
}

} // namespace gatehouse
