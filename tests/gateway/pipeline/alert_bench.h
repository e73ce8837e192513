// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/alert_watch.h"
#include "tests/gateway/pipeline/sample.h"

namespace gatehouse {

inline constexpr qint64 nowMs = 1'764'000'000'000;
inline constexpr std::chrono::hours longCooldown{1};

//! A watch over one or two providers, and what it told.
struct Watched
{
    Redactor redactor;
    QList<Alert> told;
    AlertWatch watch{redactor, [this](const Alert &alert) { told.append(alert); }};
    Config config;
    Health health;
    Cooldowns cooldowns;
    TimePoint now = TimePoint(std::chrono::hours(1000));
    std::shared_ptr<const Snapshot> snapshot;

    explicit Watched(const QList<Provider> &providers = {sample::provider(QStringLiteral("a"), {})})
    {
        config.providers = providers;
        cooldowns.setMaximum(longCooldown);
        apply();
    }

    void apply(const Environment &environment = {})
    {
        snapshot = std::make_shared<const Snapshot>(config, environment, KeychainKeys());
        watch.apply(snapshot);
    }

    void look() { watch.look(health, cooldowns, now, nowMs); }

    void attempt(int status, const QByteArray &code = {}, const QByteArray &path = "/v1/chat/completions")
    {
        UsageRecord record;
        record.path = path;
        AttemptRecord attempt{QStringLiteral("a")};
        attempt.status = status;
        attempt.code = code.isEmpty() && status >= 400 ? "upstream_" + QByteArray::number(status) : code;
        record.attempts = {attempt};
        watch.attempted(record, now, nowMs);
    }

    void attempts(int count, int status)
    {
        for (int i = 0; i < count; ++i)
            attempt(status);
    }

    void refuseKey(int key = 0)
    {
        const QByteArray fingerprint = snapshot->providers[0].fingerprints.value(key);
        cooldowns.keyRefused({QStringLiteral("a"), fingerprint, "m"}, QStringLiteral("refused"), now);
        attempt(401);
        look();
    }

    void goDown()
    {
        for (int i = 0; i < Health::downAfter; ++i)
            health.failed(QStringLiteral("a"), QStringLiteral("No way there."));
        look();
    }

    QList<int> kinds()
    {
        QList<int> kinds;
        for (const Alert &alert : std::exchange(told, {}))
            kinds.append(alert.kind);
        return kinds;
    }
};

inline Environment keys(const QByteArray &first, const QByteArray &second)
{
    Environment environment;
    environment.readFile(QByteArray("ALERT_KEY_1=" + first + "\nALERT_KEY_2=" + second + '\n'));
    return environment;
}

} // namespace gatehouse
