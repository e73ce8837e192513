// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_provider.h"
#include "tests/support/gatehouse_process.h"
#include "tests/support/raw_client.h"
#include "tests/support/sse_script.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse {

//! For tests that let a provider fail again and again.
inline const QByteArray noCooldown = R"(,"cooldown":{"maxSeconds":0})";

//! `gatehoused` in front of one fake provider, `openai`, that serves gpt-4o, gpt-4o-mini (alias `fast`) and
//! `o*`.
struct Rig
{
    //! \a providerMore and \a configMore: further members, each with a comma before it.
    explicit Rig(const QByteArray &providerMore = {}, const QByteArray &configMore = {},
                 const QStringList &options = {})
        : gateway(configWith({providerAt(provider.port(), "openai", models, providerMore)}, configMore),
                  options, {fakeKeyVariable})
    {
    }

    RawAnswer ask(const QByteArray &request) const { return exchange(gateway.port(), request); }

    static constexpr char models[] = "gpt-4o,gpt-4o-mini=fast,o*";
    FakeProvider provider;
    GatehouseProcess gateway;
};

//! The body of a chat request; \a more: further members, each with a comma before it.
inline QByteArray chatBody(const QByteArray &model = "gpt-4o", const QByteArray &more = {})
{
    return R"({"model":")" + model + R"(","messages":[{"role":"user","content":"Hi"}])" + more + '}';
}

inline QByteArray chatRequest(const QByteArray &model = "gpt-4o", const QByteArray &more = {},
                              const QByteArrayList &headers = {})
{
    return jsonRequest("/v1/chat/completions", chatBody(model, more), headers);
}

inline QByteArray streamRequest(const QByteArray &model = "gpt-4o", const QByteArray &more = {})
{
    return chatRequest(model, R"(,"stream":true)" + more);
}

inline QJsonObject jsonOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

//! `error.code` of an OpenAI error, empty if it is none.
inline QString errorCode(const RawAnswer &answer)
{
    return jsonOf(answer.body)
        .value(QLatin1String("error"))
        .toObject()
        .value(QLatin1String("code"))
        .toString();
}

} // namespace gatehouse
