// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/error_body.h"
#include "gateway/pipeline/local_answers.h"
#include "gateway/pipeline/provider_status.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace gatehouse {
namespace {

const char *wordFor(ProviderState state)
{
    switch (state) {
    case ProviderState::Ok:
        return "ok";
    case ProviderState::Cooling:
        return "cooling";
    case ProviderState::Down:
        return "down";
    case ProviderState::NoKey:
        return "no_key";
    case ProviderState::Disabled:
        return "disabled";
    case ProviderState::Unknown:
        break;
    }
    return "unknown";
}

const char *wordFor(GatewayStatus::Level level)
{
    switch (level) {
    case GatewayStatus::Degraded:
        return "degraded";
    case GatewayStatus::Down:
        return "down";
    case GatewayStatus::Ok:
        break;
    }
    return "ok";
}

//! ISO 8601 in UTC, or null.
QByteArray untilText(std::optional<qint64> untilMs)
{
    if (!untilMs)
        return "null";
    return jsonString(QDateTime::fromMSecsSinceEpoch(*untilMs).toUTC().toString(Qt::ISODate));
}

QByteArray rowOf(const ProviderStatus &status)
{
    return R"({"id":)" + jsonString(status.id) + R"(,"name":)" + jsonString(status.name) + R"(,"status":")" +
           wordFor(status.state) + R"(","reason":)" + jsonString(status.reason) + R"(,"until":)" +
           untilText(status.untilMs) + R"(,"latency_ms":)" +
           (status.latencyMs ? QByteArray::number(*status.latencyMs, 'f', 1) : QByteArray("null")) +
           R"(,"in_flight":)" + QByteArray::number(status.inFlight) + '}';
}

QList<ProviderStatus> statusOf(const LocalContext &context)
{
    return providerStatus(context.snapshot, context.health, context.cooldowns, Clock::now());
}

} // namespace

LocalAnswer health(const LocalContext &context)
{
    const QList<ProviderStatus> providers = statusOf(context);
    QByteArrayList rows;
    for (const ProviderStatus &provider : providers)
        rows.append(rowOf(provider));
    LocalAnswer answer;
    answer.body = QByteArray(R"({"status":")") + wordFor(levelOf(providers, context.config.valid)) +
                  R"(","version":)" + jsonString(QCoreApplication::applicationVersion()) +
                  R"(,"uptime_seconds":)" + QByteArray::number(qint64(context.uptime.count())) +
                  R"(,"config":{"status":")" + (context.config.valid ? "ok" : "invalid") + R"(","message":)" +
                  jsonString(context.config.message) + R"(},"providers":[)" + rows.join(',') + "]}";
    return answer;
}

LocalAnswer ready(const LocalContext &context)
{
    const QList<ProviderStatus> providers = statusOf(context);
    const bool usable = std::any_of(providers.cbegin(), providers.cend(),
                                    [](const ProviderStatus &provider) { return provider.usable; });
    LocalAnswer answer;
    answer.status = usable ? 200 : 503;
    answer.body =
        usable ? R"({"ready":true})" : R"({"ready":false,"reason":"no enabled provider can be used"})";
    return answer;
}

} // namespace gatehouse
