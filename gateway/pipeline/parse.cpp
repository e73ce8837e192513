// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/parse.h"

#include "gateway/base/ascii_case.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int notOfThatType = 415;
constexpr qint64 bytesPerToken = 4; // of English text; the true figure replaces the guess afterwards

bool isMediaType(QByteArrayView contentType, QByteArrayView type)
{
    const qsizetype end = contentType.indexOf(';');
    return sameText((end < 0 ? contentType : contentType.first(end)).trimmed(), type);
}

Error unsupported(QLatin1StringView wanted)
{
    return {notOfThatType, "invalid_request_error", "unsupported_media_type",
            u"The Content-Type of this address must be %1."_s.arg(wanted)};
}

//! Whether a stream of Gemini's is to be one of events, not a JSON array.
bool asksForEvents(QByteArrayView query)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        if ((end < 0 ? query : query.first(end)) == "alt=sse")
            return true;
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return false;
}

Result<Peek> readBody(JsonPeek &json, const Incoming &in, const Endpoint &endpoint)
{
    const QByteArrayView contentType = in.header("content-type");
    switch (endpoint.body) {
    case BodyForm::Json:
        if (!contentType.isEmpty() && !isMediaType(contentType, "application/json"))
            return unsupported("application/json"_L1);
        return json.read(in.body, endpoint.required,
                         endpoint.modelInPath() ? JsonPeek::Path : JsonPeek::Body);
    case BodyForm::Multipart:
        if (!isMediaType(contentType, "multipart/form-data"))
            return unsupported("multipart/form-data"_L1);
        return peekMultipart(in.body, contentType);
    case BodyForm::None:
    case BodyForm::Opaque:
        break;
    }
    return Peek{};
}

} // namespace

Result<Call> parse(JsonPeek &json, const Incoming &in, Match match, Caller caller,
                   const std::function<void(const Peek &)> &note)
{
    const Endpoint &endpoint = *match.endpoint;
    const auto withPath = [&](Peek peek) {
        if (endpoint.modelInPath())
            peek.model = match.argument;
        if (endpoint.streams)
            peek.stream = true;
        return peek;
    };
    auto read = readBody(json, in, endpoint);
    if (!read) {
        const bool looked = endpoint.body == BodyForm::Json && read.error().status != notOfThatType;
        note(withPath(looked ? json.refused() : Peek{}));
        return std::move(read).error();
    }
    Peek peek = withPath(std::move(*read));
    note(peek);
    if (!peek.model.isEmpty() && !caller.mayUse(peek.model) && !caller.mayUse(withoutContext(peek.model))) {
        return Error{403, "permission_error", "model_not_allowed",
                     u"The client '%1' may not use the model '%2'."_s.arg(
                         caller.name(), QString::fromUtf8(peek.model.left(256))),
                     "model"};
    }
    return Call{caller, std::move(match), std::move(peek), in.body.size() / bytesPerToken,
                endpoint.streams && !asksForEvents(in.query)};
}

} // namespace gatehouse
