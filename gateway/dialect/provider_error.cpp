// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/provider_error.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype maxMessage = 2000;

struct Word
{
    QByteArrayView word;
    int status;
};

// What errors are called inside a stream, where no status tells.
constexpr Word words[] = {
    {"invalid_request_error", 400}, {"INVALID_ARGUMENT", 400},
    {"FAILED_PRECONDITION", 400},   {"context_length_exceeded", 400},
    {"content_filter", 400},        {"authentication_error", 401},
    {"invalid_api_key", 401},       {"UNAUTHENTICATED", 401},
    {"billing_error", 402},         {"permission_error", 403},
    {"PERMISSION_DENIED", 403},     {"not_found_error", 404},
    {"model_not_found", 404},       {"NOT_FOUND", 404},
    {"request_too_large", 413},     {"rate_limit_error", 429},
    {"rate_limit_exceeded", 429},   {"insufficient_quota", 429},
    {"RESOURCE_EXHAUSTED", 429},    {"api_error", 500},
    {"server_error", 500},          {"INTERNAL", 500},
    {"UNAVAILABLE", 503},           {"timeout_error", 504},
    {"DEADLINE_EXCEEDED", 504},     {"overloaded_error", 529},
};

int statusOf(const QByteArray &word)
{
    const auto *const it =
        std::find_if(std::begin(words), std::end(words), [&](const Word &w) { return w.word == word; });
    return it == std::end(words) ? 0 : it->status;
}

QByteArrayView typeOf(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 402:
        return "insufficient_quota";
    case 403:
        return "permission_denied";
    case 408:
    case 504:
        return "timeout";
    case 429:
        return "rate_limit_error";
    default:
        return status < 500 ? "invalid_request_error" : "server_error";
    }
}

//! The code that belongs to a status; empty where the provider's own is as good.
QByteArrayView codeOf(int status)
{
    switch (status) {
    case 401:
        return "invalid_api_key";
    case 413:
        return "request_too_large";
    case 529:
        return "overloaded";
    default:
        return {};
    }
}

//! The first of these that is a text, or the message inside a list of complaints.
QByteArray messageIn(JsonView body)
{
    for (const char *key : {"message", "error_msg", "status_msg", "detail", "msg"}) {
        const JsonView found = body[key];
        if (found.isString() && !found.text().isEmpty())
            return found.text();
        for (const JsonView complaint : found) {
            if (complaint["msg"].isString())
                return complaint["msg"].text();
        }
    }
    return {};
}

//! \a word if it may be a code or the path of a field, whose \a marks may stand between letters and digits: a
//! provider may put anything there, the prompt too.
QByteArray plainWord(QByteArrayView word, QByteArrayView marks)
{
    constexpr qsizetype longest = 64;
    const bool plain = word.size() <= longest && std::all_of(word.begin(), word.end(), [&](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                  (c >= '0' && c <= '9') || marks.contains(c);
                       });
    return plain ? word.toByteArray() : QByteArray();
}

//! \a body has no more than one member.
bool isAlone(JsonView body)
{
    return body.isEmpty() || !(++body.begin() != body.end());
}

//! Some write an empty error into each of their answers; one that stands \a alone takes the answer's place.
bool saysSomething(JsonView error, bool alone)
{
    switch (error.kind()) {
    case JsonView::Missing:
    case JsonView::Null:
        return false;
    case JsonView::Bool:
        return error.boolean().value_or(false);
    case JsonView::String:
        return !error.text().isEmpty();
    case JsonView::Number:
        return alone || error.number() != 0.0;
    case JsonView::Array:
    case JsonView::Object:
        return alone || !error.isEmpty();
    }
    return false;
}

Error make(int status, const QByteArray &message, const QByteArray &code, const QByteArray &type,
           const QByteArray &param)
{
    if (status == 0) {
        status = statusOf(code);
        if (status == 0)
            status = statusOf(type);
        if (status == 0)
            status = 502;
    }
    Error error;
    error.status = status;
    error.type = typeOf(status).toByteArray();
    error.code = codeOf(status).isEmpty() ? plainWord(code, "_-.") : codeOf(status).toByteArray();
    if (error.code.isEmpty() && status == 404)
        error.code = "model_not_found";
    error.message = QString::fromUtf8(message.left(maxMessage)).trimmed();
    if (error.message.isEmpty())
        error.message = u"The provider answered with an error (%1)."_s.arg(status);
    error.param = plainWord(param, "_-.[]");
    return error;
}

} // namespace

Error readProviderError(int status, JsonView body)
{
    if (body.isArray() && !body.isEmpty())
        body = *body.begin();
    const JsonView error = body["error"];
    if (error.isString())
        return make(status, error.text(), body["code"].text(), body["type"].text(), {});
    const JsonView inner = error.isObject() ? error : body["base_resp"].isObject() ? body["base_resp"] : body;
    // OpenRouter and Gemini put the status where OpenAI has a word, Gemini the word in `status`.
    const std::optional<qint64> number = inner["code"].integer();
    if (status == 0 && number && *number >= 400 && *number <= 599)
        status = int(*number);
    const QByteArray code = inner["code"].isString() ? inner["code"].text() : inner["status"].text();
    return make(status, messageIn(inner), code, inner["type"].text(), inner["param"].text());
}

Error readProviderError(int status, QByteArrayView body)
{
    JsonDocument document;
    if (const JsonView root = document.parse(body))
        return readProviderError(status, root);
    const QByteArrayView text = body.trimmed();
    const bool page = text.startsWith('<') || text.startsWith('{') || text.startsWith('[');
    return make(status, page ? QByteArray() : text.toByteArray(), {}, {}, {});
}

bool holdsError(JsonView body)
{
    if (body.isArray() && !body.isEmpty())
        body = *body.begin();
    return saysSomething(body["error"], isAlone(body)) ||
           body["base_resp"]["status_code"].integer().value_or(0) != 0;
}

Error modelError(QStringView what)
{
    return {502, "server_error", "model_failed", u"The model %1."_s.arg(what)};
}

Error protocolError(QStringView what)
{
    return {502, "provider_error", "upstream_protocol", u"The provider %1."_s.arg(what)};
}

} // namespace gatehouse
