// SPDX-License-Identifier: GPL-3.0-or-later
// A request on its way to a provider that speaks the same dialect: what goes there has the provider's host
// and the body's JSON, and nothing that was meant for us alone.
//   METHOD TARGET\n fields\n \n body
#include "fuzz_input.h"
#include "gateway/credentials/env_file.h"
#include "gateway/dialect/json_view.h"
#include "gateway/pipeline/authenticate.h"
#include "gateway/pipeline/parse.h"
#include "gateway/pipeline/prepare.h"
#include "gateway/pipeline/way.h"
#include "gateway/upstream/header_lines.h"
#include "promise.h"
#include "tests/gateway/http/guard_outcome.h"

#include <QCryptographicHash>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView clientKey = "gh-fuzz";

Config fuzzConfig()
{
    Config config;
    for (const Dialect dialect : allDialects) {
        Provider provider;
        provider.id = u'p' + QString::number(int(dialect));
        provider.dialect = dialect;
        provider.baseUrl = dialect == Dialect::AzureOpenAi ? u"https://x.openai.azure.com/openai"_s
                                                           : u"https://api.test/v1"_s;
        config.providers.append(provider);
    }
    Client client;
    client.name = u"c"_s;
    client.keyHash =
        "sha256:" + QCryptographicHash::hash(clientKey.toByteArray(), QCryptographicHash::Sha256).toHex();
    config.clients.append(client);
    return config;
}

//! The request that \a text is short for.
QByteArray requestOf(QByteArrayView text)
{
    const qsizetype gap = text.indexOf("\n\n");
    const QByteArray head = (gap < 0 ? text : text.first(gap)).toByteArray();
    const QByteArrayView body = gap < 0 ? QByteArrayView() : text.sliced(gap + 2);
    const qsizetype lineEnd = head.indexOf('\n');
    const QByteArray fields = lineEnd < 0 ? QByteArray() : QByteArray(head.mid(lineEnd + 1) + '\n');
    return head.left(lineEnd) + " HTTP/1.1\r\nHost: localhost\r\n" +
           QByteArray(fields).replace("\n", "\r\n") + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body.toByteArray();
}

bool isForUsAlone(QByteArrayView line)
{
    constexpr std::array<QByteArrayView, 18> names = {"host",
                                                      "connection",
                                                      "keep-alive",
                                                      "proxy-authorization",
                                                      "te",
                                                      "trailer",
                                                      "transfer-encoding",
                                                      "expect",
                                                      "content-length",
                                                      "accept-encoding",
                                                      "cookie",
                                                      "authorization",
                                                      "x-api-key",
                                                      "api-key",
                                                      "x-goog-api-key",
                                                      "origin",
                                                      "referer",
                                                      "sec-fetch-site"};
    const QByteArrayView name = line.first(std::max<qsizetype>(0, line.indexOf(':')));
    return std::any_of(names.begin(), names.end(),
                       [&](QByteArrayView own) { return name.compare(own, Qt::CaseInsensitive) == 0; });
}

void requireUrl(const Outgoing &out)
{
    const QByteArray base = out.link->reach();
    require(out.url.startsWith(base), "What is asked lies below the base URL, or beside its version.");
    require(out.url.size() == base.size() || out.url[base.size()] == '/' || out.url[base.size()] == '?',
            "The provider's host stays its host.");
    for (const char c : out.url)
        require(uchar(c) > ' ' && c != 0x7f, "A URL has no blanks and no control characters.");
    const qsizetype question = out.url.indexOf('?');
    const QByteArrayList pairs = question < 0 ? QByteArrayList() : out.url.mid(question + 1).split('&');
    for (const QByteArray &pair : pairs)
        require(pair != "key" && !pair.startsWith("key="), "A client's key in the query stays here.");
}

void requireBody(const Prepared &prepared, const Incoming &in, const Call &call, QByteArrayView model)
{
    QByteArray sent;
    for (const QByteArrayView view : prepared.outgoing.body)
        sent.append(view);
    require(prepared.outgoing.bodySize() == sent.size(), "A body is as long as its pieces.");
    if (call.match.endpoint->body != BodyForm::Json) {
        require(sent == in.body || call.peek.modelSpan.found(), "What is not read goes on as it came.");
        return;
    }
    JsonDocument before;
    JsonDocument after;
    if (!before.parseObject(in.body))
        return;
    const JsonView root = after.parseObject(sent);
    require(bool(root), "JSON stays JSON.");
    require(call.match.endpoint->modelInPath() || root["model"].is(model), "It names the provider's model.");
}

void send(const Snapshot &snapshot, const Incoming &in, const Call &call)
{
    for (const ProviderEntry &provider : snapshot.providers) {
        const bool passesThrough = call.match.endpoint->surface == Surface::PassThrough;
        if (!passesThrough && wayTo(*call.match.endpoint, *provider.config) != Way::Pass)
            continue;
        Picked picked;
        picked.provider = &provider;
        picked.model = passesThrough ? QByteArray() : QByteArray("other");
        const Prepared prepared = prepare(in, call, picked, nullptr);
        requireUrl(prepared.outgoing);
        for (const QByteArray &line : prepared.outgoing.headers)
            require(!isForUsAlone(line), "What is meant for us alone stays here.");
        HeaderLines lines;
        require(lines.assign(prepared.outgoing), "Every line of a head is one line.");
        requireBody(prepared, in, call, picked.model);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const Snapshot snapshot(fuzzConfig(), {}, {});
    FuzzInput input(bytes, size);
    const auto body = input.body();
    const Outcome outcome = feed({requestOf({body.get(), input.size()})});
    if (!outcome.in)
        return 0;
    const Incoming &in = *outcome.in;
    const Result<Match> match = matchEndpoint(in);
    if (!match) {
        requireError(match.error());
        require(match.error().status == 404 || !match.error().allow.isEmpty(),
                "What is not allowed says what is.");
        return 0;
    }
    require(match->rest.isEmpty() || match->rest.startsWith('/'),
            "What is below a provider begins with a slash.");
    require(!QByteArray::fromPercentEncoding(match->rest.toByteArray()).contains("/.."),
            "No path leads upwards.");
    const Result<Caller> caller = authenticate(snapshot, in);
    if (!caller)
        requireError(caller.error());
    else
        require(in.head.contains(clientKey) || in.query.contains('%'), "Only who has the key is let in.");
    JsonPeek peek;
    const Result<Call> call = parse(peek, in, *match, caller ? *caller : Caller{}, [](const Peek &) {});
    if (!call)
        requireError(call.error());
    else if (match->endpoint->surface == Surface::Model || match->endpoint->surface == Surface::PassThrough)
        send(snapshot, in, *call);
    return 0;
}
