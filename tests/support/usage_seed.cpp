// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/usage_seed.h"

#include "gateway/usage/usage_database.h"
#include "gateway/usage/usage_day.h"
#include "gateway/usage/write_batch.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! A model and how it behaves.
struct Model
{
    const char *provider;
    const char *dialect;
    const char *name;
    double usdPerMillion; //!< 0: its price is not known
    double firstByteMs;
};

constexpr std::array models = {
    Model{"openai", "openai", "gpt-4o", 5, 420},
    Model{"openai", "openai", "gpt-4o-mini", 0.3, 260},
    Model{"openai", "openai", "o4-mini", 2, 2'600},
    Model{"claude", "anthropic", "claude-sonnet-4-5", 6, 780},
    Model{"claude", "anthropic", "claude-haiku-4-5", 2, 340},
    Model{"gemini", "gemini", "gemini-2.5-pro", 4, 1'100},
    Model{"gemini", "gemini", "gemini-2.5-flash", 0.6, 310},
    Model{"ollama", "openai", "llama3.2", 0, 90},
};

constexpr std::array clients = {"Cursor", "Zed", "Continue", "Open WebUI", "Backup script", "", "", "Aider"};
constexpr std::array programs = {"node", "python3", "curl", "java"};

//! An error that an answer ends with.
struct Failure
{
    int status;
    const char *code;
    const char *message;
};

constexpr std::array failures = {
    Failure{429, "rate_limit_exceeded", "The provider asks for fewer requests a minute."},
    Failure{502, "upstream_unreachable", "The connection was refused."},
    Failure{401, "invalid_api_key", "The provider refused the key."},
    Failure{504, "upstream_timeout", "No byte came within 120 s."},
    Failure{499, "client_closed", "The client left."},
};

template<typename List>
const auto &anyOf(QRandomGenerator &random, const List &list)
{
    return list[size_t(random.bounded(int(list.size())))];
}

//! Low numbers more often than high ones: models and clients are not used alike.
size_t skewed(QRandomGenerator &random, size_t size)
{
    return size_t(std::pow(random.generateDouble(), 1.7) * double(size));
}

double spread(QRandomGenerator &random, double middle)
{
    const double sum = random.generateDouble() + random.generateDouble() + random.generateDouble();
    return middle * std::exp((sum - 1.5) * 1.2);
}

TokenUsage plausibleTokens(QRandomGenerator &random)
{
    TokenUsage tokens;
    tokens.input = qint64(spread(random, 2'400));
    tokens.output = qint64(spread(random, 380));
    tokens.cached = random.bounded(3) == 0 ? tokens.input / 2 : 0;
    tokens.cacheWrite = random.bounded(9) == 0 ? tokens.input / 4 : 0;
    tokens.reasoning = random.bounded(4) == 0 ? tokens.output / 3 : 0;
    return tokens;
}

AttemptRecord attemptOf(const UsageRecord &record)
{
    AttemptRecord attempt;
    attempt.provider = record.provider;
    attempt.upstreamModel = record.upstreamModel;
    attempt.status = record.status == 499 ? 200 : record.status;
    attempt.code = record.errorCode;
    attempt.message = record.message;
    attempt.startMs = 0.4;
    attempt.connectMs = record.id % 20 == 0 ? 31.5 : -1;
    attempt.firstByteMs = record.firstByteMs;
    attempt.milliseconds = record.totalMs - 0.4;
    attempt.sends = 1;
    return attempt;
}

void letFail(QRandomGenerator &random, UsageRecord &record)
{
    const Failure &failure = anyOf(random, failures);
    record.status = failure.status;
    record.errorCode = failure.code;
    record.message = QString::fromLatin1(failure.message);
    record.tokens.reset();
    record.costUsd.reset();
    record.firstByteMs = -1;
    record.bytesOut = 180;
}

qint64 momentOf(QRandomGenerator &random, QDate day)
{
    const double hour = random.bounded(5) == 0 ? random.generateDouble() * 24
                                               : 8 + (random.generateDouble() + random.generateDouble()) * 6;
    return startOf(day) + qint64(hour * 3'600'000.0);
}

QList<UsageRecord> requestsOf(QRandomGenerator &random, QDate day, int count)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QList<qint64> times;
    for (int number = 0; number < count; ++number)
        times.append(momentOf(random, day));
    times.erase(std::remove_if(times.begin(), times.end(), [now](qint64 time) { return time > now; }),
                times.end());
    std::sort(times.begin(), times.end());
    QList<UsageRecord> records;
    for (const qint64 time : std::as_const(times))
        records.append(plausibleRequest(random, time));
    return records;
}

} // namespace

UsageRecord plausibleRequest(QRandomGenerator &random, qint64 timeMs)
{
    const Model &model = models[skewed(random, models.size())];
    UsageRecord record;
    record.timeMs = timeMs;
    record.requestId = "req_" + QByteArray::number(random.generate64(), 16);
    record.client = QString::fromLatin1(clients[skewed(random, clients.size())]);
    if (record.client.isEmpty())
        record.program = QString::fromLatin1(programs[skewed(random, programs.size())]);
    record.path = "/v1/chat/completions";
    record.dialectIn = "openai";
    record.dialectOut = model.dialect;
    record.model = random.bounded(6) == 0 ? "smart" : model.name;
    record.provider = QString::fromLatin1(model.provider);
    record.upstreamModel = model.name;
    record.status = 200;
    record.stream = random.bounded(3) > 0;
    record.tokens = plausibleTokens(random);
    record.tokensEstimated = random.bounded(40) == 0;
    // In steps that binary fractions can hold, so that sums of them are exact.
    if (model.usdPerMillion > 0 && !record.tokensEstimated) {
        record.costUsd = std::round(double(record.tokens->input + 4 * record.tokens->output) *
                                    model.usdPerMillion / 1e6 * 0x1p20) *
                         0x1p-20;
    }
    record.firstByteMs = spread(random, model.firstByteMs);
    record.totalMs = record.firstByteMs + spread(random, 2'200);
    record.gatewayUs = spread(random, 140);
    record.bytesIn = record.tokens->input * 4;
    record.bytesOut = record.tokens->output * (record.stream ? 190 : 5);
    if (random.bounded(40) == 0)
        letFail(random, record);
    else if (random.bounded(300) == 0)
        record.partial = true;
    record.headers = "content-type: application/json\r\nx-request-id: " + record.requestId + "\r\n";
    record.attempts = {attemptOf(record)};
    return record;
}

QString seedUsage(const QString &path, const SeedPlan &plan)
{
    UsageDatabase database;
    if (const SqlOutcome failure = database.open(path))
        return failure->message;
    if (const SqlOutcome failure = run(database.connection(), u"PRAGMA synchronous = OFF"_s))
        return failure->message;
    QRandomGenerator random(plan.seed);
    qint64 lastId = 0;
    for (int ago = plan.days - 1; ago >= 0; --ago) {
        const QDate day = plan.lastDay.addDays(-ago);
        const int count = plan.requestsPerDay * (day.dayOfWeek() > 5 ? 5 : 12) / 10; // 10 on average
        QList<UsageRecord> records = requestsOf(random, day, count);
        for (UsageRecord &record : records)
            record.id = ++lastId;
        if (records.isEmpty())
            continue;
        if (const SqlOutcome failure = writeBatch(database.connection(), records, records.size()))
            return failure->message;
    }
    return {};
}

} // namespace gatehouse
