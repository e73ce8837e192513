// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/redact.h"
#include "gateway/credentials/env_file.h"
#include "gateway/pipeline/alert_watch.h"
#include "gateway/pipeline/budgets.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/usage/metrics.h"
#include "gateway/usage/usage_thread.h"
#include "tests/bench/cost.h"
#include "tests/support/usage_seed.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTemporaryDir>

#include <cstdio>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int recordsPerTurn = 1000; // fewer than wait anywhere
constexpr int turns = 50;
constexpr double limitUs = 5;

Config configOf()
{
    Config config;
    for (const QString &id : {u"openai"_s, u"claude"_s, u"gemini"_s, u"local"_s}) {
        Provider provider;
        provider.id = id;
        provider.baseUrl = u"https://api.%1.example/v1"_s.arg(id);
        config.providers.append(provider);
    }
    config.budget = {1e9, 1e9}; // looked at, never used up
    return config;
}

std::vector<UsageRecord> someRecords()
{
    QRandomGenerator random(1);
    std::vector<UsageRecord> records;
    for (int i = 0; i < recordsPerTurn; ++i)
        records.push_back(plausibleRequest(random, QDateTime::currentMSecsSinceEpoch()));
    return records;
}

} // namespace

//! bench_record: what the gateway thread pays to record a request, from the finished record on: price,
//! metrics, alerts, budget, and handing it to the thread that stores it. Ends with 1 where that is above 5
//! µs.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    UsageThread usage;
    usage.open(folder.filePath(u"usage.sqlite"_s), 90);
    const auto snapshot = std::make_shared<const Snapshot>(configOf(), Environment(), KeychainKeys());
    const Redactor redactor;
    AlertWatch alerts(redactor, [](const Alert &) {});
    alerts.apply(snapshot);
    Budgets budgets;
    Metrics metrics;
    const std::vector<UsageRecord> records = someRecords();

    Cost cost(recordsPerTurn, [&] {
        for (const UsageRecord &each : records) {
            UsageRecord record = each;
            const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
            if (const ProviderEntry *provider = snapshot->provider(record.provider)) {
                const auto price = provider->prices.find(record.upstreamModel);
                if (price && record.tokens)
                    record.costUsd = costOf(*price, *record.tokens);
            }
            metrics.count(record);
            alerts.attempted(record, Clock::now(), nowMs);
            (void)budgets.spend(snapshot->config, record.client, record.costUsd.value_or(0.001), nowMs);
            usage.add(std::move(record));
        }
    });
    for (int turn = 0; turn < turns; ++turn) {
        cost.takeOnce();
        bool written = false; // so that the next turn does not find a full queue
        usage.flush(&usage, [&] { written = true; });
        while (!written)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    const double us = cost.nanoseconds() / 1000;
    std::printf("recording a request: %.2f us of the gateway thread (limit %.0f)\n", us, limitUs);
    return us > limitUs ? 1 : 0;
}
