// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/recorded_exchange.h"
#include "gateway/usage/usage_record.h"

#include <QDateTime>

namespace gatehouse {

//! A request that was answered well.
inline UsageRecord goodRecord(qint64 id)
{
    UsageRecord record;
    record.id = id;
    record.timeMs = QDateTime::currentMSecsSinceEpoch() - id * 1000;
    record.requestId = "req_" + QByteArray::number(id);
    record.client = QStringLiteral("Editor");
    record.path = "/v1/chat/completions";
    record.dialectIn = "openai";
    record.dialectOut = "openai";
    record.model = "smart";
    record.provider = QStringLiteral("openai");
    record.upstreamModel = "gpt-4o";
    record.status = 200;
    record.attempts = {{.provider = record.provider,
                        .upstreamModel = record.upstreamModel,
                        .status = 200,
                        .startMs = 4,
                        .connectMs = 90,
                        .firstByteMs = 620,
                        .milliseconds = 2400,
                        .sends = 1}};
    record.headers = "x-ratelimit-remaining-requests: 499\r\nopenai-processing-ms: 580\r\n";
    record.stream = true;
    record.tokens = TokenUsage{.input = 1234, .output = 321, .cached = 1024};
    record.costUsd = 0.0123;
    record.firstByteMs = 624;
    record.totalMs = 2404;
    record.gatewayUs = 310;
    record.bytesIn = 5200;
    record.bytesOut = 9100;
    return record;
}

//! One that failed with \a code, in an attempt where \a asked.
inline UsageRecord failedRecord(qint64 id, int status, const QByteArray &code, const QString &message,
                                bool asked = true)
{
    UsageRecord record = goodRecord(id);
    record.status = status;
    record.errorCode = code;
    record.message = message;
    record.headers.clear();
    record.tokens.reset();
    record.costUsd.reset();
    record.firstByteMs = -1;
    record.bytesOut = 0;
    AttemptRecord &attempt = record.attempts.first();
    attempt.status = status;
    attempt.code = code;
    attempt.message = message;
    attempt.firstByteMs = -1;
    if (!asked)
        record.attempts.clear();
    return record;
}

//! What was recorded of \a record.
inline RecordedExchange exchangeOf(const UsageRecord &record)
{
    RecordedExchange exchange;
    exchange.requestId = record.requestId;
    exchange.path = record.path;
    exchange.status = record.status;
    exchange.request = R"({"model":"smart","seed":12345678901234567890,"messages":[]})";
    exchange.answer = R"({"choices":[{"message":{"content":"The sky is blue."}}]})";
    exchange.outline.text = QStringLiteral("The sky is blue.");
    return exchange;
}

} // namespace gatehouse
