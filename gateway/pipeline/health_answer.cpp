// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/error_body.h"
#include "gateway/pipeline/local_answers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

struct Row
{
    const char *status;
    QString reason;
    bool usable;
    std::optional<TimePoint> until = {};
};

//! What cools all of \a provider: itself, or each of its keys; none: it can be asked.
std::optional<Cooling> coolingOf(const ProviderEntry &provider, const Cooldowns &cooldowns, TimePoint now)
{
    std::optional<Cooling> soonest;
    QSet<QByteArray> keys;
    for (const Cooling &cooling : cooldowns.active(provider.config->id, now)) {
        if (cooling.source == Cooling::Failures)
            return cooling;
        if (!provider.keys.isEmpty() && !provider.fingerprints.contains(cooling.key))
            continue; // of a key that has been replaced
        keys.insert(cooling.key);
        if (!soonest || cooling.until < soonest->until)
            soonest = cooling;
    }
    const qsizetype usable = std::count_if(provider.keys.cbegin(), provider.keys.cend(),
                                           [](const Key &key) { return key.usable(); });
    return keys.size() >= std::max<qsizetype>(1, usable) ? soonest : std::nullopt;
}

Row rowOf(const ProviderEntry &provider, const LocalContext &context)
{
    if (!provider.config->enabled)
        return {"disabled", {}, false};
    if (!provider.hasUsableKey())
        return {"no_key", provider.keyProblem(), false};
    if (const auto cooling = coolingOf(provider, context.cooldowns, Clock::now()))
        return {"cooling", cooling->reason, cooling->source == Cooling::RateLimit, cooling->until};
    const Health::State state = context.health.state(provider.config->id);
    switch (state.status) {
    case Health::Status::Ok:
        return {"ok", {}, true};
    case Health::Status::Down:
        return {"down", state.reason, false};
    case Health::Status::Unknown:
        break;
    }
    return {"unknown", state.reason, true};
}

//! A moment of the monotonic clock as ISO 8601 in UTC, or null.
QByteArray untilText(std::optional<TimePoint> until)
{
    if (!until)
        return "null";
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*until - Clock::now());
    return jsonString(QDateTime::currentDateTimeUtc().addMSecs(left.count()).toString(Qt::ISODate));
}

struct Summary
{
    QByteArray rows;
    int enabled = 0;
    int usable = 0;
    int well = 0; //!< usable, and nothing of it cools
};

Summary summarise(const LocalContext &context)
{
    Summary summary;
    for (const ProviderEntry &provider : context.snapshot.providers) {
        const Health::State state = context.health.state(provider.config->id);
        const Row row = rowOf(provider, context);
        summary.enabled += provider.config->enabled;
        summary.usable += row.usable;
        summary.well += row.usable && !row.until;
        if (!summary.rows.isEmpty())
            summary.rows += ',';
        summary.rows +=
            R"({"id":)" + jsonString(provider.config->id) + R"(,"name":)" +
            jsonString(provider.config->name) + R"(,"status":")" + row.status + R"(","reason":)" +
            jsonString(row.reason) + R"(,"until":)" + untilText(row.until) + R"(,"latency_ms":)" +
            (state.latencyMs ? QByteArray::number(*state.latencyMs, 'f', 1) : QByteArray("null")) +
            R"(,"in_flight":)" + QByteArray::number(state.inFlight) + '}';
    }
    return summary;
}

} // namespace

LocalAnswer health(const LocalContext &context)
{
    const Summary summary = summarise(context);
    const char *status = "ok";
    if (summary.enabled > 0 && summary.usable == 0)
        status = "down";
    else if (summary.well < summary.enabled || !context.config.valid)
        status = "degraded";
    LocalAnswer answer;
    answer.body = QByteArray(R"({"status":")") + status + R"(","version":)" +
                  jsonString(QCoreApplication::applicationVersion()) + R"(,"uptime_seconds":)" +
                  QByteArray::number(qint64(context.uptime.count())) + R"(,"config":{"status":")" +
                  (context.config.valid ? "ok" : "invalid") + R"(","message":)" +
                  jsonString(context.config.message) + R"(},"providers":[)" + summary.rows + "]}";
    return answer;
}

LocalAnswer ready(const LocalContext &context)
{
    const bool usable = summarise(context).usable > 0;
    LocalAnswer answer;
    answer.status = usable ? 200 : 503;
    answer.body =
        usable ? R"({"ready":true})" : R"({"ready":false,"reason":"no enabled provider can be used"})";
    return answer;
}

} // namespace gatehouse
