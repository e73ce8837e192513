// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/error_body.h"

namespace gatehouse {
namespace {

//! Anthropic's own types, by status (their API reference, "Errors").
QByteArrayView anthropicType(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 402:
        return "billing_error";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 413:
        return "request_too_large";
    case 429:
        return "rate_limit_error";
    case 504:
        return "timeout_error";
    case 529:
        return "overloaded_error";
    default:
        return status < 500 ? "invalid_request_error" : "api_error";
    }
}

//! The names of google.rpc.Code that Gemini gives beside a status.
QByteArrayView geminiStatus(int status)
{
    switch (status) {
    case 401:
        return "UNAUTHENTICATED";
    case 403:
        return "PERMISSION_DENIED";
    case 404:
        return "NOT_FOUND";
    case 409:
        return "ABORTED";
    case 429:
        return "RESOURCE_EXHAUSTED";
    case 408:
    case 504:
        return "DEADLINE_EXCEEDED";
    case 502:
    case 503:
    case 529:
        return "UNAVAILABLE";
    default:
        return status < 500 ? "INVALID_ARGUMENT" : "INTERNAL";
    }
}

QByteArray jsonStringOrNull(const QByteArray &text)
{
    return text.isEmpty() ? QByteArray("null") : jsonString(QString::fromUtf8(text));
}

void appendEscaped(QByteArray &json, char16_t control)
{
    constexpr char digits[] = "0123456789abcdef";
    switch (control) {
    case u'\b':
        json += "\\b";
        break;
    case u'\t':
        json += "\\t";
        break;
    case u'\n':
        json += "\\n";
        break;
    case u'\f':
        json += "\\f";
        break;
    case u'\r':
        json += "\\r";
        break;
    default:
        json.append("\\u00").append(digits[control >> 4]).append(digits[control & 15]);
    }
}

} // namespace

QByteArray errorBody(const Error &error, Dialect dialect)
{
    const QByteArray message = jsonString(error.message);
    switch (dialect) {
    case Dialect::Anthropic:
        return R"({"type":"error","error":{"type":")" + anthropicType(error.status).toByteArray() +
               R"(","message":)" + message +
               (error.details.isEmpty() ? QByteArray() : R"(,"details":)" + error.details) + "}}";
    case Dialect::Gemini:
        return R"({"error":{"code":)" + QByteArray::number(error.status) + R"(,"message":)" + message +
               R"(,"status":")" + geminiStatus(error.status).toByteArray() + R"("}})";
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi:
        break;
    }
    return R"({"error":{"message":)" + message + R"(,"type":)" + jsonStringOrNull(error.type) +
           R"(,"param":)" + jsonStringOrNull(error.param) + R"(,"code":)" + jsonStringOrNull(error.code) +
           "}}";
}

QByteArray errorHeaders(const Error &error)
{
    QByteArray lines = "content-type: application/json\r\n";
    if (error.retryAfter) {
        // Whole seconds (RFC 9110, 10.2.3), rounded up: never sooner than asked.
        const qint64 seconds = std::max<qint64>(1, (error.retryAfter->count() + 999) / 1000);
        lines.append("retry-after: ").append(QByteArray::number(seconds)).append("\r\n");
    }
    if (!error.allow.isEmpty())
        lines.append("allow: ").append(error.allow).append("\r\n");
    return lines;
}

QByteArray errorEvent(const Error &error, Dialect dialect)
{
    const QByteArrayView name = dialect == Dialect::Anthropic ? "event: error\n" : "";
    return name.toByteArray() + "data: " + errorBody(error, dialect) + "\n\n";
}

QByteArray jsonString(const QString &text)
{
    QByteArray json;
    json.reserve(text.size() + 16);
    json += '"';
    const auto *const end = text.utf16() + text.size();
    const auto *clean = text.utf16(); // what follows needs no escape
    const auto flush = [&](const ushort *upTo) {
        json += QStringView(clean, upTo - clean).toUtf8();
        clean = upTo + 1;
    };
    for (const auto *at = clean; at != end; ++at) {
        if (*at == u'"' || *at == u'\\') {
            flush(at);
            json.append('\\').append(char(*at));
        } else if (*at < 0x20) {
            flush(at);
            appendEscaped(json, *at);
        } else if (QChar::isHighSurrogate(*at) && at + 1 != end && QChar::isLowSurrogate(at[1])) {
            ++at;
        } else if (QChar::isSurrogate(*at)) {
            flush(at);
            json += "\xef\xbf\xbd";
        }
    }
    flush(end);
    json += '"';
    return json;
}

Dialect dialectOfPath(QByteArrayView path)
{
    if (path.startsWith("/v1beta/") || path.startsWith("/v1alpha/"))
        return Dialect::Gemini;
    if (path.startsWith("/v1/"))
        path = path.sliced(3);
    if (const qsizetype query = path.indexOf('?'); query >= 0)
        path = path.first(query);
    if (path.startsWith("/models/")) {
        const QByteArrayView verb = path.sliced(path.lastIndexOf(':') + 1);
        return verb.endsWith("enerateContent") || verb == "countTokens" || verb == "embedContent" ||
                       verb == "batchEmbedContents"
                   ? Dialect::Gemini
                   : Dialect::OpenAi;
    }
    return path == "/messages" || path.startsWith("/messages/") ? Dialect::Anthropic : Dialect::OpenAi;
}

Dialect dialectAsked(const Incoming &in)
{
    const Dialect dialect = dialectOfPath(in.path);
    if (dialect != Dialect::OpenAi)
        return dialect;
    const auto says = [&](QByteArrayView name) { return !in.header(name).isNull(); };
    if (says("anthropic-version")) {
        QByteArrayView path = in.path;
        if (path.startsWith("/v1/"))
            path = path.sliced(3);
        return path == "/models" || path.startsWith("/models/") ? Dialect::Anthropic : dialect;
    }
    // What Google's libraries send, and no others.
    const bool google = says("x-goog-api-key") || says("x-goog-api-client");
    return google && !says("authorization") ? Dialect::Gemini : dialect;
}

} // namespace gatehouse
