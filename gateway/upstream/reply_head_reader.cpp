// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/reply_head_reader.h"

#include "gateway/base/ascii_case.h"
#include "gateway/upstream/retry_after.h"

#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! The whole of \a digits; none where it is anything else.
std::optional<qint64> number(QByteArrayView digits)
{
    qint64 found = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), found);
    return error == std::errc() && end == digits.end() ? std::optional(found) : std::nullopt;
}

// What reaches a client beside `content-type` and `x-request-id` (contract, section 3).
constexpr QByteArrayView passedNames[] = {"retry-after", "retry-after-ms", "request-id", "x-should-retry"};
constexpr QByteArrayView passedPrefixes[] = {"x-ratelimit-", "anthropic-ratelimit-", "openai-"};

bool passes(QByteArrayView name)
{
    const auto isName = [name](QByteArrayView passed) { return sameText(name, passed); };
    const auto hasPrefix = [name](QByteArrayView prefix) {
        return beginsWith(name, prefix) && name.size() > prefix.size();
    };
    return std::any_of(std::begin(passedNames), std::end(passedNames), isName) ||
           std::any_of(std::begin(passedPrefixes), std::end(passedPrefixes), hasPrefix);
}

// RFC 9110, 5.6.2, without the marks that no header we know of has.
bool isToken(QByteArrayView name)
{
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

QByteArray cleaned(QByteArrayView value)
{
    QByteArray text = value.trimmed().toByteArray();
    text.removeIf([](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return text;
}

} // namespace

ReplyHeadReader::Step ReplyHeadReader::line(QByteArrayView line)
{
    m_bytes += line.size();
    if (m_bytes > maxBytes)
        return refuse(u"its head is larger than %1 KiB"_s.arg(maxBytes / 1024));
    if (m_done)
        return More; // a trailer
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty()) {
        if (m_head.status < 200)
            return More;
        finish();
        return Done;
    }
    if (line.startsWith("HTTP/"))
        return statusLine(line);
    const qsizetype colon = line.indexOf(':');
    return colon > 0 ? field(line.first(colon), line.sliced(colon + 1)) : More;
}

ReplyHeadReader::Step ReplyHeadReader::statusLine(QByteArrayView line)
{
    const qsizetype bytes = m_bytes;
    *this = {};
    m_bytes = bytes;
    const QByteArrayView afterVersion = line.sliced(qMax<qsizetype>(line.indexOf(' '), 0)).trimmed();
    const auto status = number(afterVersion.first(qMin<qsizetype>(afterVersion.size(), 3)));
    if (!status || *status < 100 || *status > 599)
        return refuse(u"its status is not one of HTTP"_s);
    m_status = m_head.status = int(*status);
    m_old = beginsWith(line, "http/1.0");
    m_keeps = !m_old;
    return More;
}

ReplyHeadReader::Step ReplyHeadReader::field(QByteArrayView name, QByteArrayView value)
{
    if (sameText(name, "content-length"))
        return contentLength(value);
    if (sameText(name, "content-encoding"))
        return contentEncoding(value);
    if (sameText(name, "transfer-encoding"))
        return transferEncoding(value);
    if (sameText(name, "connection"))
        connection(value.trimmed());
    else if (sameText(name, "content-type"))
        m_head.contentType = cleaned(value);
    else if (sameText(name, "x-request-id"))
        m_head.requestId = cleaned(value);
    if (!passes(name) || !isToken(name))
        return More;

    const QByteArray text = cleaned(value);
    if (sameText(name, "request-id"))
        m_otherRequestId = text;
    else if (sameText(name, "retry-after"))
        m_retryAfter = text;
    else if (sameText(name, "retry-after-ms"))
        m_retryAfterMs = text;
    m_head.headers.append(name.toByteArray().toLower()).append(": ").append(text).append("\r\n");
    return More;
}

ReplyHeadReader::Step ReplyHeadReader::contentLength(QByteArrayView value)
{
    const auto length = number(value.trimmed());
    if (!length || *length < 0 || (m_head.contentLength >= 0 && m_head.contentLength != *length))
        return refuse(u"its Content-Length is wrong"_s);
    m_head.contentLength = *length;
    return More;
}

ReplyHeadReader::Step ReplyHeadReader::transferEncoding(QByteArrayView value)
{
    if (sameText(value.trimmed(), "chunked"))
        m_chunked = true;
    else if (!sameText(value.trimmed(), "identity"))
        return refuse(u"it is in an encoding that was not asked for"_s);
    return More;
}

// None was asked for, and libcurl undoes it all the same. What gzip blows up is bounded (a thousandfold, of
// 16 KiB at a time, and a pause stops it); what other encodings, or several on top of each other, make is
// not.
ReplyHeadReader::Step ReplyHeadReader::contentEncoding(QByteArrayView value)
{
    const QByteArrayView coding = value.trimmed();
    if (coding.isEmpty() || sameText(coding, "identity"))
        return More;
    const bool bounded =
        sameText(coding, "gzip") || sameText(coding, "x-gzip") || sameText(coding, "deflate");
    if (!bounded || m_encoded)
        return refuse(u"it is in an encoding that was not asked for"_s);
    m_encoded = true;
    return More;
}

void ReplyHeadReader::connection(QByteArrayView option)
{
    if (!sameText(option, "keep-alive"))
        m_closes = true; // or something that we do not know
    m_keeps = true;
}

BodyFraming ReplyHeadReader::framing(bool toHead) const
{
    if (toHead || m_status == 204 || m_status == 304)
        return {};
    if (m_chunked)
        return {BodyFraming::Chunked, 0, m_encoded};
    if (m_length >= 0)
        return {BodyFraming::Length, m_length, m_encoded};
    return {BodyFraming::UntilClose, 0, m_encoded};
}

bool ReplyHeadReader::keepsConnection() const
{
    // One that tells both lengths, or chunks that its version does not know, may mean another end than we do
    // (RFC 9112, 6.1).
    return m_keeps && !m_closes && !(m_chunked && (m_length >= 0 || m_old));
}

ReplyHeadReader::Step ReplyHeadReader::refuse(const QString &problem)
{
    m_problem = problem;
    return Refused;
}

void ReplyHeadReader::finish()
{
    m_done = true;
    m_length = m_head.contentLength;
    if (m_chunked || m_encoded)
        m_head.contentLength = -1;
    if (m_head.requestId.isEmpty())
        m_head.requestId = m_otherRequestId;
    m_head.retryAfter = retryAfterMs(m_retryAfterMs);
    if (!m_head.retryAfter)
        m_head.retryAfter = retryAfter(m_retryAfter, std::chrono::system_clock::now());
}

} // namespace gatehouse
