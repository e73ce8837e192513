// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/prepare.h"

#include "gateway/dialect/dialect.h"
#include "gateway/http/error_body.h"

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

bool startsWith(QByteArrayView name, QByteArrayView prefix)
{
    return name.size() >= prefix.size() &&
           name.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
}

bool isOneOf(QByteArrayView name, QByteArrayView list)
{
    while (!list.isEmpty()) {
        const qsizetype end = list.indexOf(',');
        if ((end < 0 ? list : list.first(end)).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return true;
        list = end < 0 ? QByteArrayView() : list.sliced(end + 1);
    }
    return false;
}

bool goesUpstream(QByteArrayView name, Dialect asked, Dialect dialect, QByteArrayView connection)
{
    for (QByteArrayView refused : withheld) {
        if (name.size() == refused.size() && name.compare(refused, Qt::CaseInsensitive) == 0)
            return false;
    }
    if (startsWith(name, "sec-"))
        return false;
    // Headers that belong to one dialect stay in it.
    if (startsWith(name, "anthropic-"))
        return dialect == Dialect::Anthropic;
    if (startsWith(name, "openai-"))
        return sameWireFormat(Dialect::OpenAi, dialect);
    if (startsWith(name, "x-goog-"))
        return dialect == Dialect::Gemini;
    if (startsWith(name, "x-stainless-"))
        return sameWireFormat(asked, dialect);
    return connection.isEmpty() || !isOneOf(name, connection);
}

bool hasHeader(const QList<QByteArray> &lines, QByteArrayView name)
{
    return std::any_of(lines.cbegin(), lines.cend(), [&](const QByteArray &line) {
        return line.size() > name.size() && line[name.size()] == ':' && startsWith(line, name);
    });
}

QList<QByteArray> headersFor(const Incoming &in, const Endpoint &endpoint, const ProviderEntry &provider)
{
    QList<QByteArray> lines;
    lines.reserve(in.headers.size() + 1);
    const Dialect dialect = provider.config->dialect;
    const Dialect asked = endpoint.surface == Surface::PassThrough ? dialect : endpoint.dialect;
    const QByteArrayView connection = in.header("connection");
    for (const HeaderField &field : in.headers) {
        if (!goesUpstream(field.name, asked, dialect, connection))
            continue;
        QByteArray line;
        line.reserve(field.name.size() + 2 + field.value.size());
        line.append(field.name).append(": ").append(field.value);
        // What the provider's configuration says stands above what a client says.
        const bool overridden = std::any_of(
            provider.config->headers.cbegin(), provider.config->headers.cend(), [&](const ExtraHeader &own) {
                return own.name.compare(field.name.toByteArray(), Qt::CaseInsensitive) == 0;
            });
        if (!overridden)
            lines.append(std::move(line));
    }
    if (endpoint.body == BodyForm::Json && in.header("content-type").isEmpty())
        lines.append("Content-Type: application/json");
    if (dialect == Dialect::Anthropic && !hasHeader(lines, "anthropic-version") &&
        !hasHeader(provider.link->headers, "anthropic-version"))
        lines.append("anthropic-version: 2023-06-01");
    return lines;
}

//! The client's query without its key, with the `?`; empty if nothing is left.
QByteArray queryFor(QByteArrayView query)
{
    QByteArray kept;
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView pair = end < 0 ? query : query.first(end);
        if (!pair.isEmpty() && pair != "key" && !pair.startsWith("key="))
            kept.append(kept.isEmpty() ? '?' : '&').append(pair);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return kept;
}

} // namespace

Prepared prepare(const Incoming &in, const Call &call, const Picked &picked)
{
    Prepared prepared;
    Outgoing &out = prepared.outgoing;
    const Endpoint &endpoint = *call.match.endpoint;
    const ProviderEntry &provider = *picked.provider;
    out.link = provider.link;
    out.method = in.method.toByteArray();
    out.url = provider.link->baseUrl +
              (endpoint.surface == Surface::PassThrough ? call.match.rest : endpoint.path) +
              queryFor(in.query);
    out.authorization = picked.authorization;
    out.headers = headersFor(in, endpoint, provider);

    const Peek &peek = call.peek;
    const QByteArrayView body = in.body;
    qsizetype copied = 0;
    if (peek.modelSpan.found() && peek.model != picked.model) {
        out.owners.append(peek.jsonModel ? jsonString(QString::fromUtf8(picked.model)) : picked.model);
        out.body.append(body.first(peek.modelSpan.begin));
        out.body.append(out.owners.last());
        copied = peek.modelSpan.begin + peek.modelSpan.length;
    }
    if (endpoint.usageOption && peek.stream && !peek.streamOptions &&
        provider.config->streamUsage == StreamUsage::Ask) {
        out.body.append(body.sliced(copied, peek.objectEnd - copied));
        out.body.append(usageMember);
        copied = peek.objectEnd;
        prepared.hideUsage = true;
    }
    if (copied < body.size())
        out.body.append(body.sliced(copied));
    return prepared;
}

} // namespace gatehouse
