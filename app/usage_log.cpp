// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usage_log.h"

#include "app/log_sink.h"
#include "gateway/base/append.h"
#include "gateway/base/yield_every.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

Q_LOGGING_CATEGORY(lcRequests, "gatehouse.requests", QtInfoMsg)

namespace {

//! A client chooses its path and its model: what it makes of them must not fill the log.
constexpr qsizetype longestWord = 200;

void appendWord(QByteArray &text, QByteArrayView word)
{
    appendBytes(text, word.first(std::min(word.size(), longestWord)));
    if (word.size() > longestWord)
        appendBytes(text, "…");
}

//! Without the block and the locale of QByteArray::number(), which a line for each request would feel.
void appendFigure(QByteArray &text, auto... value)
{
    char digits[350]; // the longest is a number of 309 digits and six behind the point
    const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), value...);
    appendBytes(text, {digits, error == std::errc() ? end - digits : 0});
}

void appendMilliseconds(QByteArray &text, double value)
{
    appendFigure(text, value, std::chars_format::fixed, 1);
    appendBytes(text, " ms");
}

//! What was tried, in order: `provider/model status code`.
void appendTried(QByteArray &text, const UsageRecord &record)
{
    bool first = true;
    for (const AttemptRecord &attempt : record.attempts) {
        if (!std::exchange(first, false))
            appendBytes(text, ", ");
        appendBytes(text, attempt.provider.toUtf8());
        appendBytes(text, "/");
        appendWord(text, attempt.upstreamModel);
        appendBytes(text, " ");
        appendFigure(text, attempt.status);
        if (!attempt.code.isEmpty()) {
            appendBytes(text, " ");
            appendBytes(text, attempt.code);
        }
    }
}

QString tried(const UsageRecord &record)
{
    QByteArray text;
    appendTried(text, record);
    return QString::fromUtf8(text);
}

qint64 sends(const UsageRecord &record)
{
    return std::accumulate(record.attempts.cbegin(), record.attempts.cend(), qint64(0),
                           [](qint64 sum, const AttemptRecord &attempt) { return sum + attempt.sends; });
}

using Value = decltype(LogField::value);

Value orNull(bool known, Value value)
{
    return known ? std::move(value) : Value(nullptr);
}

} // namespace

QByteArray usageText(const UsageRecord &record)
{
    QByteArray text;
    text.reserve(400);
    appendFigure(text, record.status);
    appendBytes(text, " ");
    appendWord(text, record.path);
    if (!record.model.isEmpty()) {
        appendBytes(text, " ");
        appendWord(text, record.model);
    }
    if (!record.provider.isEmpty()) {
        appendBytes(text, ": ");
        appendBytes(text, record.provider.toUtf8());
        appendBytes(text, "/");
        appendWord(text, record.upstreamModel);
    }
    appendBytes(text, ", ");
    appendMilliseconds(text, record.totalMs);
    if (record.firstByteMs >= 0) {
        appendBytes(text, " (first byte ");
        appendMilliseconds(text, record.firstByteMs);
        appendBytes(text, ")");
    }
    if (record.tokens) {
        appendBytes(text, record.tokensEstimated ? QByteArrayView(", about ") : QByteArrayView(", "));
        appendFigure(text, record.tokens->input);
        appendBytes(text, "+");
        appendFigure(text, record.tokens->output);
        appendBytes(text, " tokens");
    }
    if (record.costUsd) {
        appendBytes(text, ", $");
        appendFigure(text, *record.costUsd, std::chars_format::fixed, 6);
    }
    if (record.attempts.size() > 1) {
        appendBytes(text, ", tried ");
        appendTried(text, record);
    }
    const auto addNamed = [&text](QByteArrayView name, QByteArrayView value) {
        appendBytes(text, name);
        appendBytes(text, value);
    };
    if (!record.errorCode.isEmpty())
        addNamed(", ", record.errorCode);
    if (!record.client.isEmpty())
        addNamed(", client ", record.client.toUtf8());
    else if (!record.program.isEmpty())
        addNamed(", from ", record.program.toUtf8());
    addNamed(", id ", record.requestId);
    return text;
}

QList<LogField> usageFields(const UsageRecord &record)
{
    const TokenUsage tokens = record.tokens.value_or(TokenUsage{});
    const bool counted = record.tokens.has_value();
    return {
        {"time_ms", record.timeMs},
        {"request_id", QString::fromUtf8(record.requestId)},
        {"client", record.client},
        {"path", QString::fromUtf8(record.path)},
        {"dialect_in", QString::fromUtf8(record.dialectIn)},
        {"dialect_out", QString::fromUtf8(record.dialectOut)},
        {"model", QString::fromUtf8(record.model)},
        {"provider", record.provider},
        {"upstream_model", QString::fromUtf8(record.upstreamModel)},
        {"status", qint64(record.status)},
        {"error_code", QString::fromUtf8(record.errorCode)},
        {"attempts", qint64(record.attempts.size())},
        {"stream", record.stream},
        {"input_tokens", orNull(counted, tokens.input)},
        {"output_tokens", orNull(counted, tokens.output)},
        {"cached_tokens", orNull(counted, tokens.cached)},
        {"cache_write_tokens", orNull(counted, tokens.cacheWrite)},
        {"reasoning_tokens", orNull(counted, tokens.reasoning)},
        {"tokens_estimated", qint64(record.tokensEstimated)},
        {"cost_usd", orNull(record.costUsd.has_value(), record.costUsd.value_or(0))},
        {"first_byte_ms", orNull(record.firstByteMs >= 0, record.firstByteMs)},
        {"total_ms", record.totalMs},
        {"gateway_us", record.gatewayUs},
        {"bytes_in", record.bytesIn},
        {"bytes_out", record.bytesOut},
        {"program", record.program},
        {"tried", tried(record)},
        {"sends", sends(record)},
    };
}

void logUsage(LogSink &sink, const QList<UsageRecord> &records)
{
    if (!lcRequests().isInfoEnabled())
        return;
    const bool json = sink.format() == LogFormat::Json;
    QList<LogLine> lines;
    lines.reserve(records.size());
    YieldEvery yield(32);
    for (const UsageRecord &record : records) {
        yield.count();
        lines.append({.level = LogLevel::Info,
                      .category = lcRequests().categoryName(),
                      .message = json ? QByteArray("request") : usageText(record),
                      .fields = json ? usageFields(record) : QList<LogField>()});
    }
    sink.write(std::move(lines));
}

} // namespace gatehouse
