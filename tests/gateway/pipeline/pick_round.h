// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/pick.h"
#include "tests/gateway/pipeline/sample.h"

#include <QString>

namespace gatehouse {

inline const TimePoint start = TimePoint(std::chrono::hours(1));

inline Failure failure(FailureKind kind, std::optional<std::chrono::milliseconds> asked = {})
{
    return {kind, {500, "provider_error", "failed", QStringLiteral("It failed.")}, asked};
}

//! One request that goes round its candidates, on a clock of the test's own.
struct PickRound
{
    std::shared_ptr<const Snapshot> snapshot;
    Candidates candidates;
    Limiter limiter;
    Cooldowns cooldowns;
    KeyTurns keyTurns;
    Turn turn{[this] { ++woken; }};
    int woken = 0;
    TimePoint now = start;
    std::optional<Picked> picked;

    explicit PickRound(const QList<Provider> &providers)
    {
        Config config;
        config.providers = providers;
        Environment environment;
        environment.readFile("K1=key-one-0123456789\nK2=key-two-0123456789\n");
        snapshot = std::make_shared<const Snapshot>(config, environment, KeychainKeys());
        QList<Candidate> all;
        for (int i = 0; i < providers.size(); ++i)
            all.append({i, "m"});
        candidates = Candidates(*snapshot, all);
    }

    //! Who comes next: `id`, `id/key`, `wait MS` or `code`.
    QByteArray next()
    {
        auto result = pick(candidates, turn, {*snapshot, limiter, cooldowns, keyTurns, now});
        if (!result)
            return result.error().code;
        if (!result->picked)
            return "wait " + QByteArray::number(qint64(result->wait.count()));
        picked = std::move(result->picked);
        const QByteArray id = picked->provider->config->id.toUtf8();
        return picked->key < 0 ? id : QByteArray(id + '/' + QByteArray::number(picked->key));
    }

    void fail(const Failure &why, double jitter = 0.5) { candidates.failed(*picked, why, jitter, now); }
};

inline Provider provider(const QString &id, const QStringList &keys = {}, int attempts = 2)
{
    Provider made = sample::provider(id, {});
    made.apiKeys = keys;
    made.retry = {attempts, std::chrono::milliseconds(100), std::chrono::milliseconds(1000)};
    return made;
}

} // namespace gatehouse
