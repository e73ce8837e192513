// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/answer_headers.h"

#include "gateway/base/append.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gatehouse {
namespace {

void appendLine(QByteArray &lines, QByteArrayView name, QByteArrayView value)
{
    appendParts(lines, {name, ": ", value, "\r\n"});
}

//! A model's name comes from a client: nothing of it may end the line.
QByteArray asHeaderValue(QByteArray text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; },
        '?');
    return text;
}

bool tellsRequestId(QByteArrayView lines)
{
    return lines.startsWith("request-id: ") || lines.indexOf("\nrequest-id: ") >= 0;
}

//! What a browser may take for a page of this address, and run.
bool isPage(QByteArrayView contentType)
{
    if (contentType.startsWith("application/json") || contentType.startsWith("text/event-stream"))
        return false;
    const QByteArray type = contentType.toByteArray().toLower();
    return type.contains("html") || type.contains("xml");
}

//! With three digits behind the point; QByteArray::number() takes ten times as long for that.
void appendMilliseconds(QByteArray &lines, double value)
{
    constexpr double most = 1e12;
    const auto microseconds = qint64(std::llround(std::min(std::max(0.0, value), most) * 1000));
    char text[24];
    char *end = std::to_chars(text, text + 20, microseconds / 1000).ptr;
    *end++ = '.';
    for (qint64 digit = 100; digit > 0; digit /= 10)
        *end++ = char('0' + microseconds / digit % 10);
    appendBytes(lines, {text, end - text});
}

} // namespace

QByteArray answerHeaders(const AnswerHeaders &own, const ReplyHead &head)
{
    QByteArray lines;
    lines.reserve(320 + head.headers.size());
    if (!head.contentType.isEmpty())
        appendLine(lines, "content-type", head.contentType);
    if (isPage(head.contentType))
        appendLine(lines, "content-security-policy", "default-src 'none'; sandbox");
    appendBytes(lines, head.headers);
    appendLine(lines, "x-request-id", own.requestId);
    if (own.anthropic && !tellsRequestId(head.headers))
        appendLine(lines, "request-id", own.requestId);
    if (!own.provider.isEmpty()) {
        appendLine(lines, "x-gatehouse-provider", own.provider.toUtf8());
        if (!own.model.isEmpty())
            appendLine(lines, "x-gatehouse-model", asHeaderValue(own.model));
    }
    if (!own.dropped.isEmpty())
        appendLine(lines, "x-gatehouse-dropped", own.dropped);
    appendBytes(lines, "x-gatehouse-attempts: ");
    appendNumber(lines, own.attempts);
    appendBytes(lines, "\r\nserver-timing: gateway;dur=");
    appendMilliseconds(lines, own.gatewayMs);
    appendBytes(lines, ", upstream;dur=");
    appendMilliseconds(lines, own.upstreamMs);
    appendBytes(lines, "\r\n");
    return lines;
}

} // namespace gatehouse
