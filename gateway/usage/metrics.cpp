// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/metrics.h"

#include <algorithm>
#include <array>

namespace gatehouse {
namespace {

constexpr std::array durationBounds{0.05, 0.1,  0.25, 0.5,  1.0,   2.5,  5.0,
                                    10.0, 20.0, 30.0, 60.0, 120.0, 300.0};
constexpr std::array firstByteBounds{0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.5, 5.0, 10.0, 30.0, 60.0};
constexpr std::array overheadBounds{0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025,
                                    0.005,   0.01,   0.025,   0.05,   0.1,   0.25};

constexpr double msPerSecond = 1e3;
constexpr double usPerSecond = 1e6;
constexpr qsizetype kindsOfTokens = 5;
constexpr int highestStatus = 999;

} // namespace

Metrics::ByProvider::ByProvider()
    : models(mostModels)
    , duration(durationBounds)
    , firstByte(firstByteBounds)
{
}

Metrics::Metrics()
    : m_providers(mostProviders)
    , m_clients(mostClients)
    , m_codes(mostCodes)
    , m_requests(mostSeries)
    , m_attempts(mostSeries)
    , m_spent(mostSeries / kindsOfTokens)
    , m_overhead(overheadBounds)
{
}

Metrics::ByProvider &Metrics::provider(LabelTable::Number number)
{
    if (number >= m_byProvider.size())
        m_byProvider.resize(number + size_t(1));
    return m_byProvider[number];
}

void Metrics::count(const UsageRecord &record)
{
    SeriesKey key;
    key.provider = m_providers.number(record.provider);
    key.client = m_clients.number(record.client);
    key.status = quint16(std::clamp(record.status, 0, highestStatus));
    ByProvider &provider = this->provider(key.provider);
    // A name that nobody has answered to may be made up: it must not take another's room.
    key.name = record.status < 400 ? provider.models.number(record.upstreamModel)
                                   : provider.models.known(record.upstreamModel).value_or(LabelTable::empty);
    ++m_requests.at(key);
    provider.duration.observe(record.totalMs / msPerSecond);
    if (record.firstByteMs >= 0)
        provider.firstByte.observe(record.firstByteMs / msPerSecond);
    if (record.gatewayUs > 0)
        m_overhead.observe(record.gatewayUs / usPerSecond);
    countSpent(record, key);
    countAttempts(record);
}

void Metrics::countSpent(const UsageRecord &record, const SeriesKey &key)
{
    if (!record.tokens && !record.costUsd)
        return;
    Spent &spent = m_spent.at({key.provider, 0, key.name});
    if (const auto &tokens = record.tokens) {
        spent.tokens.input += tokens->input;
        spent.tokens.output += tokens->output;
        spent.tokens.cached += tokens->cached;
        spent.tokens.cacheWrite += tokens->cacheWrite;
        spent.tokens.reasoning += tokens->reasoning;
    }
    if (record.costUsd) {
        spent.costUsd += *record.costUsd;
        spent.priced = true;
    }
}

void Metrics::countAttempts(const UsageRecord &record)
{
    static const QByteArray ok = "ok";
    for (const AttemptRecord &attempt : record.attempts) {
        const auto provider = m_providers.number(attempt.provider);
        ++m_attempts.at({provider, 0, m_codes.number(attempt.code.isEmpty() ? ok : attempt.code)});
    }
}

} // namespace gatehouse
