// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/storable.h"

#include "gateway/usage/usage_day.h"

#include <algorithm>
#include <cmath>

namespace gatehouse {
namespace {

constexpr qsizetype nameLength = 200;
constexpr qsizetype textLength = 2'000;
constexpr qsizetype headersLength = 16'384;
constexpr qsizetype mostAttempts = 100;
constexpr qint64 mostTokens = 1'000'000'000'000; // a year of such requests still fits into 64 bits
constexpr qint64 mostBytes = qint64(1) << 50;
constexpr double mostTime = 1e12; // in its unit
constexpr double mostUsd = 1e9;

//! Cut before a letter that the cut would halve.
QByteArray cut(const QByteArray &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    while (length > 0 && (uchar(text[length]) & 0xc0) == 0x80)
        --length;
    return text.left(length);
}

bool isPlain(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char letter) { return letter > 0; });
}

// In place: nearly every text is as it should be, and to hand it to and fro takes longer than to read it.
void clean(QByteArray &text, qsizetype length)
{
    if (text.size() > length)
        text = cut(text, length);
    if (!isPlain(text))
        text =
            cut(QString::fromUtf8(text).replace(QChar::Null, QChar::ReplacementCharacter).toUtf8(), length);
}

void clean(QString &text, qsizetype length)
{
    const auto isPlain = [](QChar letter) { return letter.unicode() > 0 && letter.unicode() < 0x80; };
    if (text.size() <= length && std::all_of(text.cbegin(), text.cend(), isPlain))
        return;
    QByteArray utf8 = text.left(length).toUtf8(); // since half a surrogate pair is no text
    clean(utf8, length);
    text = QString::fromUtf8(utf8);
}

double positive(double number, double most)
{
    return std::isfinite(number) ? std::clamp(number, 0.0, most) : 0;
}

double orNone(double milliseconds)
{
    return std::isfinite(milliseconds) && milliseconds >= 0 ? std::min(milliseconds, mostTime) : -1;
}

void makeStorable(AttemptRecord &attempt)
{
    clean(attempt.provider, nameLength);
    clean(attempt.upstreamModel, nameLength);
    attempt.status = std::max(attempt.status, 0);
    clean(attempt.code, nameLength);
    clean(attempt.message, textLength);
    attempt.startMs = positive(attempt.startMs, mostTime);
    attempt.connectMs = orNone(attempt.connectMs);
    attempt.firstByteMs = orNone(attempt.firstByteMs);
    attempt.milliseconds = positive(attempt.milliseconds, mostTime);
    attempt.sends = std::max(attempt.sends, 0);
}

TokenUsage storable(TokenUsage tokens)
{
    for (qint64 *figure :
         {&tokens.input, &tokens.output, &tokens.cached, &tokens.cacheWrite, &tokens.reasoning})
        *figure = std::clamp(*figure, qint64(0), mostTokens);
    return tokens;
}

} // namespace

UsageRecord storable(UsageRecord record)
{
    record.timeMs = withinCalendar(record.timeMs);
    clean(record.client, nameLength);
    clean(record.program, nameLength);
    clean(record.provider, nameLength);
    for (QByteArray *name : {&record.requestId, &record.dialectIn, &record.dialectOut, &record.model,
                             &record.upstreamModel, &record.errorCode})
        clean(*name, nameLength);
    clean(record.path, textLength);
    clean(record.message, textLength);
    clean(record.headers, headersLength);
    record.status = std::max(record.status, 0);
    if (record.attempts.size() > mostAttempts)
        record.attempts.resize(mostAttempts);
    for (AttemptRecord &attempt : record.attempts)
        makeStorable(attempt);
    if (record.tokens)
        record.tokens = storable(*record.tokens);
    if (record.costUsd && !(*record.costUsd >= 0 && *record.costUsd <= mostUsd))
        record.costUsd.reset();
    record.firstByteMs = orNone(record.firstByteMs);
    record.totalMs = positive(record.totalMs, mostTime);
    record.gatewayUs = positive(record.gatewayUs, mostTime);
    record.bytesIn = std::clamp(record.bytesIn, qint64(0), mostBytes);
    record.bytesOut = std::clamp(record.bytesOut, qint64(0), mostBytes);
    return record;
}

} // namespace gatehouse
