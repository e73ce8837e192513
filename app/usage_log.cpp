// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usage_log.h"

#include "app/log_sink.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace gatehouse {

Q_LOGGING_CATEGORY(lcRequests, "gatehouse.requests", QtInfoMsg)

namespace {

//! A client chooses its path and its model: what it makes of them must not fill the log.
constexpr qsizetype longestWord = 200;

QByteArray word(const QByteArray &text)
{
    return text.size() <= longestWord ? text : text.left(longestWord) + "…";
}

QByteArray milliseconds(double value)
{
    return QByteArray::number(value, 'f', 1) + " ms";
}

//! What was tried, in order: `provider/model status code`.
QByteArray tried(const UsageRecord &record)
{
    QByteArray text;
    for (const AttemptRecord &attempt : record.attempts) {
        if (!text.isEmpty())
            text += ", ";
        text += attempt.provider.toUtf8() + '/' + word(attempt.upstreamModel) + ' ' +
                QByteArray::number(attempt.status);
        if (!attempt.code.isEmpty())
            text += ' ' + attempt.code;
    }
    return text;
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
    QByteArray text = QByteArray::number(record.status) + ' ' + word(record.path);
    if (!record.model.isEmpty())
        text += ' ' + word(record.model);
    if (!record.provider.isEmpty())
        text += ": " + record.provider.toUtf8() + '/' + word(record.upstreamModel);
    text += ", " + milliseconds(record.totalMs);
    if (record.firstByteMs >= 0)
        text += " (first byte " + milliseconds(record.firstByteMs) + ')';
    if (record.tokens)
        text += (record.tokensEstimated ? ", about " : ", ") + QByteArray::number(record.tokens->input) +
                '+' + QByteArray::number(record.tokens->output) + " tokens";
    if (record.costUsd)
        text += ", $" + QByteArray::number(*record.costUsd, 'f', 6);
    if (record.attempts.size() > 1)
        text += ", tried " + tried(record);
    if (!record.errorCode.isEmpty())
        text += ", " + record.errorCode;
    if (!record.client.isEmpty())
        text += ", client " + record.client.toUtf8();
    else if (!record.program.isEmpty())
        text += ", from " + record.program.toUtf8();
    return text + ", id " + record.requestId;
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
        {"tried", QString::fromUtf8(tried(record))},
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
    for (const UsageRecord &record : records) {
        lines.append({.level = LogLevel::Info,
                      .category = lcRequests().categoryName(),
                      .message = json ? QByteArray("request") : usageText(record),
                      .fields = json ? usageFields(record) : QList<LogField>()});
    }
    sink.write(std::move(lines));
}

} // namespace gatehouse
