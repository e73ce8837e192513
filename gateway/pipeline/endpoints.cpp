// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/endpoints.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr auto OpenAi = Dialect::OpenAi;
constexpr auto Anthropic = Dialect::Anthropic;
constexpr auto Gemini = Dialect::Gemini;
constexpr auto Chat = ClientForm::ChatCompletions;
constexpr auto Responses = ClientForm::Responses;
constexpr auto Messages = ClientForm::Messages;
constexpr auto Contents = ClientForm::Gemini;

// clang-format off
constexpr Endpoint table[] = {
    {"POST", "/chat/completions",     Surface::Model, OpenAi, BodyForm::Json, "messages", StreamForm::Chat, true, Chat},
    {"POST", "/responses",            Surface::Model, OpenAi, BodyForm::Json, "input", StreamForm::Responses, false, Responses},
    {"POST", "/messages",             Surface::Model, Anthropic, BodyForm::Json, "messages", StreamForm::Messages, false, Messages},
    {"POST", "/messages/count_tokens", Surface::Model, Anthropic, BodyForm::Json, "messages", StreamForm::Other, false,
                                                                                  Messages, Task::CountTokens},
    {"POST", "/completions",          Surface::Model, OpenAi, BodyForm::Json, "prompt", StreamForm::Chat},
    {"POST", "/embeddings",           Surface::Model, OpenAi, BodyForm::Json, "input", StreamForm::Other, false,
                                                                                  Chat, Task::Embed},
    {"POST", "/moderations",          Surface::Model, OpenAi, BodyForm::Json, "input"},
    {"POST", "/images/generations",   Surface::Model, OpenAi, BodyForm::Json, "prompt"},
    {"POST", "/rerank",               Surface::Model, OpenAi, BodyForm::Json},
    {"POST", "/audio/speech",         Surface::Model, OpenAi, BodyForm::Json, "input"},
    {"POST", "/audio/transcriptions", Surface::Model, OpenAi, BodyForm::Multipart},
    {"POST", "/audio/translations",   Surface::Model, OpenAi, BodyForm::Multipart},
    {"POST", "/images/edits",         Surface::Model, OpenAi, BodyForm::Multipart},
    {"POST", ":generateContent",      Surface::Model, Gemini, BodyForm::Json, "contents", StreamForm::Contents, false, Contents},
    {"POST", ":streamGenerateContent", Surface::Model, Gemini, BodyForm::Json, "contents", StreamForm::Contents, false,
                                                                                  Contents, Task::Generate, true},
    {"POST", ":countTokens",          Surface::Model, Gemini, BodyForm::Json, "contents", StreamForm::Other, false,
                                                                                  Contents, Task::CountTokens},
    {"POST", ":embedContent",         Surface::Model, Gemini, BodyForm::Json, "content", StreamForm::Other, false,
                                                                                  Contents, Task::Embed},
    {"POST", ":batchEmbedContents",   Surface::Model, Gemini, BodyForm::Json, "requests", StreamForm::Other, false,
                                                                                  Contents, Task::Embed},
    {"GET",  "/models",               Surface::ModelList, OpenAi, BodyForm::None},
    {"GET",  "/models/",              Surface::OneModel, OpenAi, BodyForm::None},
    {"GET",  "/health",               Surface::Health, OpenAi, BodyForm::None},
    {"GET",  "/health/ready",         Surface::Ready, OpenAi, BodyForm::None},
    {"GET",  "/metrics",              Surface::Metrics, OpenAi, BodyForm::None},
    {"GET",  "/",                     Surface::Home, OpenAi, BodyForm::None},
};
constexpr Endpoint passThrough =
    {{}, "/providers/", Surface::PassThrough, OpenAi, BodyForm::Opaque};
// clang-format on

constexpr QByteArrayView models = "/models/";

bool below(const Endpoint &endpoint, QByteArrayView path)
{
    return endpoint.path.size() > 1 && endpoint.path.endsWith('/') && path.startsWith(endpoint.path) &&
           path.size() > endpoint.path.size();
}

//! What \a path names below \a endpoint; nothing: it is another endpoint's.
std::optional<QByteArrayView> argumentOf(const Endpoint &endpoint, QByteArrayView path)
{
    if (endpoint.modelInPath()) {
        if (!path.startsWith(models) || !path.endsWith(endpoint.path) ||
            path.size() <= models.size() + endpoint.path.size())
            return {};
        return path.sliced(models.size()).chopped(endpoint.path.size());
    }
    if (path == endpoint.path)
        return QByteArrayView();
    if (below(endpoint, path))
        return path.sliced(endpoint.path.size());
    return {};
}

//! GET serves HEAD too (RFC 9110, 9.3.2).
bool methodFits(QByteArrayView endpoint, QByteArrayView method)
{
    return endpoint == method || (endpoint == "GET" && method == "HEAD");
}

Error methodNotAllowed(const Incoming &in, QByteArrayView allowed)
{
    Error error{405, "invalid_request_error", "method_not_allowed",
                u"%1 is not allowed here; use %2."_s.arg(QString::fromLatin1(in.method),
                                                         QString::fromLatin1(allowed))};
    error.allow = allowed == "GET" ? QByteArray("GET, HEAD") : allowed.toByteArray();
    return error;
}

Result<Match> matchPassThrough(const Incoming &in)
{
    // Its answer is the request as the provider got it, key and all (RFC 9110, 9.3.8).
    if (in.method.compare("TRACE", Qt::CaseInsensitive) == 0)
        return methodNotAllowed(in, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    // The raw target is cut, not the decoded path: what goes to the provider stays as it was written.
    QByteArrayView raw = in.target;
    if (const qsizetype query = raw.indexOf('?'); query >= 0)
        raw = raw.first(query);
    if (!raw.startsWith(passThrough.path))
        return Error{404, "invalid_request_error", "unknown_url",
                     u"Write /providers/ plainly in the path."_s};
    raw = raw.sliced(passThrough.path.size());
    const qsizetype slash = raw.indexOf('/');
    const QByteArrayView id = slash < 0 ? raw : raw.first(slash);
    const QByteArrayView rest = slash < 0 ? QByteArrayView() : raw.sliced(slash);
    if (QByteArray::fromPercentEncoding(rest.toByteArray()).contains("/.."))
        return Error{404, "invalid_request_error", "unknown_url", u"The path must not lead upwards."_s};
    return Match{&passThrough, QByteArray::fromPercentEncoding(id.toByteArray()), rest};
}

} // namespace

Result<Match> matchEndpoint(const Incoming &in)
{
    QByteArrayView path = in.path;
    if (below(passThrough, path))
        return matchPassThrough(in);
    if (path.startsWith("/v1/") || path == "/v1") {
        path = path.sliced(3);
    } else {
        for (const QByteArrayView version : {"/v1beta", "/v1alpha"}) {
            if (path.startsWith(version) && path.sliced(version.size()).startsWith("/models"))
                path = path.sliced(version.size());
        }
    }
    if (path.size() > 1 && path.endsWith('/'))
        path.chop(1);

    const Endpoint *samePath = nullptr;
    for (const Endpoint &endpoint : table) {
        const auto argument = argumentOf(endpoint, path);
        if (!argument)
            continue;
        if (methodFits(endpoint.method, in.method))
            return Match{&endpoint, argument->toByteArray()};
        if (endpoint.modelInPath())
            return methodNotAllowed(in, endpoint.method); // no model has such a name
        samePath = &endpoint;
    }
    if (samePath)
        return methodNotAllowed(in, samePath->method);
    return Error{404, "invalid_request_error", "unknown_url",
                 u"Unknown address: %1 %2"_s.arg(QString::fromLatin1(in.method),
                                                 QString::fromUtf8(in.path.left(200)))};
}

} // namespace gatehouse
