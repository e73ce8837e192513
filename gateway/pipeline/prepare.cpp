// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/prepare.h"

#include "gateway/base/append.h"
#include "gateway/base/ascii_case.h"
#include "gateway/dialect/dialect.h"
#include "gateway/http/error_body.h"
#include "gateway/pipeline/api_version.h"
#include "gateway/pipeline/body_splice.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr QByteArrayView usageMember = ",\"stream_options\":{\"include_usage\":true}";

// What never goes upstream: hop-by-hop fields (RFC 9110, 7.6.1), what the transfer sets itself, the
// client's own keys, and what a browser adds about itself.
constexpr QByteArrayView withheld[] = {
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "expect",
    "host",
    "content-length",
    "accept-encoding",
    "authorization",
    "x-api-key",
    "api-key",
    "x-goog-api-key",
    "cookie",
    "origin",
    "referer",
};

bool isOneOf(QByteArrayView name, QByteArrayView list)
{
    while (!list.isEmpty()) {
        const qsizetype end = list.indexOf(',');
        if (sameText((end < 0 ? list : list.first(end)).trimmed(), name))
            return true;
        list = end < 0 ? QByteArrayView() : list.sliced(end + 1);
    }
    return false;
}

bool goesUpstream(QByteArrayView name, Dialect asked, Dialect dialect, QByteArrayView connection)
{
    for (QByteArrayView refused : withheld) {
        if (sameText(name, refused))
            return false;
    }
    if (beginsWith(name, "sec-"))
        return false;
    // Headers that belong to one dialect stay in it.
    if (beginsWith(name, "anthropic-") || sameText(name, "x-app"))
        return dialect == Dialect::Anthropic;
    if (beginsWith(name, "openai-"))
        return sameWireFormat(Dialect::OpenAi, dialect);
    if (beginsWith(name, "x-goog-"))
        return dialect == Dialect::Gemini;
    if (beginsWith(name, "x-stainless-"))
        return sameWireFormat(asked, dialect);
    return connection.isEmpty() || !isOneOf(name, connection);
}

bool hasHeader(const QList<QByteArray> &lines, QByteArrayView name)
{
    return std::any_of(lines.cbegin(), lines.cend(),
                       [&](const QByteArray &line) { return isFieldOf(line, name); });
}

//! The same behind a `?`, empty if nothing is left.
QByteArray queryFor(QByteArrayView query)
{
    const QByteArray kept = queryWithoutKey(query);
    return kept.isEmpty() ? kept : QByteArray('?' + kept);
}

//! The version of an API that \a path begins with; empty: with none.
QByteArrayView versionIn(QByteArrayView path)
{
    const qsizetype end = path.indexOf('/', 1);
    const QByteArrayView first = end < 0 ? path : path.first(end);
    return isApiVersion(first) ? first : QByteArrayView();
}

//! What \a rest, which a client wrote behind the provider's id, is put behind. Anthropic's and Google's
//! libraries write the version of the API themselves; then it takes the place of the base URL's own. OpenAI's
//! is only not said twice.
QByteArray baseFor(const Link &link, QByteArrayView rest, Dialect dialect)
{
    constexpr QByteArrayView upload = "/upload"; // Gemini's files: in front of the version
    const bool uploads = dialect == Dialect::Gemini && rest.startsWith(upload);
    const QByteArrayView version = versionIn(uploads ? rest.sliced(upload.size()) : rest);
    if (version.isEmpty())
        return link.baseUrl;
    const QByteArray base = link.reach();
    const bool mayRepeat = !link.root.isEmpty() || sameWireFormat(Dialect::OpenAi, dialect);
    return mayRepeat && base.endsWith(version) ? base.chopped(version.size()) : base;
}

QByteArray urlOf(const Incoming &in, const Call &call, const Picked &picked)
{
    const Endpoint &endpoint = *call.match.endpoint;
    const ProviderEntry &provider = *picked.provider;
    const QByteArray &base = provider.link->baseUrl;
    QByteArray query = queryFor(in.query);
    if (endpoint.surface == Surface::PassThrough)
        return baseFor(*provider.link, call.match.rest, provider.config->dialect) + call.match.rest + query;
    const ProviderDialect *dialect = providerDialect(provider.config->dialect);
    if (!dialect || !dialect->address)
        return base + endpoint.path + query;
    const Target target = targetFor(*provider.config, base, picked.model);
    const QByteArray address = dialect->address(endpoint.path, target);
    const qsizetype own = address.indexOf('?');
    if (query.isEmpty() || own < 0)
        return base + address + query;
    // What the client says itself is not said twice.
    const QByteArrayView name =
        QByteArrayView(address).sliced(own + 1).first(address.indexOf('=', own) - own);
    if (query.contains(QByteArray("&" + name.toByteArray())) || query.sliced(1).startsWith(name))
        return base + address.first(own) + query;
    query.front() = '&';
    return base + address + query;
}

//! Whether a body with \a traces may hold what a provider that speaks \a dialect refuses.
bool mayBeRefused(const Traces &traces, Dialect dialect)
{
    const bool claude =
        dialect == Dialect::Anthropic && (traces.unsignedThoughts || (traces.otherIds && traces.budget));
    const bool chat = dialect == Dialect::OpenAi && (traces.reasoning || traces.claudeIds);
    return traces.wrapped || claude || chat ||
           (dialect == Dialect::Gemini && (traces.claudeIds || traces.otherIds));
}

//! What of the client's body this provider must not get.
Leftovers foreignLeftovers(QByteArrayView body, const Call &call, const Picked &picked, ReplyMemory *memory)
{
    const Endpoint &endpoint = *call.match.endpoint;
    if (!mayBeRefused(call.peek.traces, endpoint.dialect))
        return {};
    const ClientDialect *dialect = endpoint.form ? clientDialect(*endpoint.form) : nullptr;
    if (!dialect || !dialect->foreignLeftovers)
        return {};
    const Target target = targetFor(*picked.provider->config, picked.provider->link->baseUrl, picked.model);
    if (!call.peek.traces.wrapped && !target.traits.claude && !target.traits.wantsToolSignature &&
        !target.host.wantsReasoningBack)
        return {};
    ClientRequest request;
    request.body = body;
    request.client = call.caller.name().toUtf8();
    request.memory = memory;
    return dialect->foreignLeftovers(request, target);
}

} // namespace

QByteArray queryWithoutKey(QByteArrayView query)
{
    QByteArray kept;
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView pair = end < 0 ? query : query.first(end);
        if (!pair.isEmpty() && pair != "key" && !pair.startsWith("key=")) {
            if (!kept.isEmpty())
                kept.append('&');
            kept.append(pair);
        }
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return kept;
}

QList<QByteArray> upstreamHeaders(const Incoming &in, const Endpoint &endpoint, const ProviderEntry &provider)
{
    QList<QByteArray> lines;
    lines.reserve(in.headers.size() + 1);
    const Dialect dialect = provider.config->dialect;
    const Dialect asked = endpoint.surface == Surface::PassThrough ? dialect : endpoint.dialect;
    const QByteArrayView connection = in.header("connection");
    for (const HeaderField &field : in.headers) {
        if (!goesUpstream(field.name, asked, dialect, connection))
            continue;
        if (field.value.isEmpty() && sameText(field.name, "content-type"))
            continue; // else there would be two
        QByteArray line;
        line.reserve(field.name.size() + 2 + field.value.size());
        appendParts(line, {field.name, ": ", field.value});
        // What the provider's configuration says stands above what a client says; features add up.
        const bool overridden =
            std::any_of(provider.config->headers.cbegin(), provider.config->headers.cend(),
                        [&](const ExtraHeader &own) { return sameText(own.name, field.name); });
        if (!overridden || sameText(field.name, "anthropic-beta"))
            lines.append(std::move(line));
    }
    if (endpoint.body == BodyForm::Json && in.header("content-type").isEmpty())
        lines.append("Content-Type: application/json");
    if (dialect == Dialect::Anthropic && !hasHeader(lines, "anthropic-version") &&
        !hasHeader(provider.link->headers, "anthropic-version"))
        lines.append("anthropic-version: 2023-06-01");
    return lines;
}

Prepared prepare(const Incoming &in, const Call &call, const Picked &picked, ReplyMemory *memory)
{
    Prepared prepared;
    Outgoing &out = prepared.outgoing;
    const Endpoint &endpoint = *call.match.endpoint;
    const ProviderEntry &provider = *picked.provider;
    out.link = provider.link;
    out.method = in.method.toByteArray();
    out.url = urlOf(in, call, picked);
    out.authorization = picked.authorization;
    out.headers = upstreamHeaders(in, endpoint, provider);
    // What passes straight through may be anything, and only some methods are safe to repeat (RFC
    // 9110, 9.2.1).
    out.once = endpoint.surface == Surface::PassThrough && in.method != "GET" && in.method != "HEAD";

    const Peek &peek = call.peek;
    if (endpoint.modelInPath() && peek.model != picked.model) {
        const ClientDialect *dialect = endpoint.form ? clientDialect(*endpoint.form) : nullptr;
        const bool names = endpoint.task != Task::Generate || in.body.contains("\"model\":");
        if (dialect && dialect->renamed && names)
            out.owners.append(dialect->renamed(in.body, picked.model));
    }
    const QByteArrayView body = out.owners.isEmpty() ? QByteArrayView(in.body) : out.owners.last();
    Leftovers leftovers = foreignLeftovers(body, call, picked, memory);
    prepared.dropped = std::move(leftovers.dropped);
    BodySplice splice(body, std::move(leftovers.edits), out);
    if (peek.modelSpan.found() && peek.model != picked.model)
        splice.replace(peek.modelSpan,
                       peek.jsonModel ? jsonString(QString::fromUtf8(picked.model)) : picked.model);
    if (endpoint.usageOption && peek.stream && !peek.streamOptions &&
        provider.config->streamUsage == StreamUsage::Ask) {
        splice.insert(peek.objectEnd, usageMember);
        prepared.hideUsage = true;
    }
    splice.finish();
    return prepared;
}

} // namespace gatehouse
