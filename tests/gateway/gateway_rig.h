// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/redact.h"
#include "gateway/gateway.h"
#include "tests/support/fake_provider.h"
#include "tests/support/raw_client.h"
#include "tests/support/sse_script.h"

#include <QSignalSpy>

namespace gatehouse {

//! A whole gateway in this process, before one provider that is told what to do.
struct GatewayRig
{
    FakeProvider provider;
    std::shared_ptr<Redactor> redactor = std::make_shared<Redactor>();
    Gateway gateway{nullptr, redactor};
    Config config;
    QSignalSpy listening{&gateway, &Gateway::listening};
    QSignalSpy failed{&gateway, &Gateway::failed};
    QSignalSpy stopped{&gateway, &Gateway::stopped};
    QSignalSpy status{&gateway, &Gateway::statusChanged};
    QSignalSpy probed{&gateway, &Gateway::probed};

    GatewayRig()
    {
        config.listener.port = 0;
        config.healthInterval = std::chrono::seconds(0);
        config.providers = {fake()};
        gateway.apply(config, {});
    }

    Provider fake() const
    {
        Provider fake;
        fake.id = QStringLiteral("fake");
        fake.name = QStringLiteral("Fake");
        fake.baseUrl = QStringLiteral("http://127.0.0.1:%1/v1").arg(provider.port());
        fake.models = {{QStringLiteral("m")}};
        fake.retry.attempts = 1;
        fake.proxy = QStringLiteral("none");
        return fake;
    }

    quint16 port() const { return listening.isEmpty() ? 0 : listening.last().at(1).value<quint16>(); }
    GatewayStatus lastStatus() const
    {
        return status.isEmpty() ? GatewayStatus() : status.last().at(0).value<GatewayStatus>();
    }
};

//! Begins a chat stream on \a client.
inline bool askForStream(RawClient &client)
{
    return client.send(jsonRequest("/v1/chat/completions", R"({"model":"m","stream":true,"messages":[]})"));
}

//! A chat stream that goes on when the gate is opened.
inline FakeAnswer longStream()
{
    FakeAnswer answer = FakeAnswer::streamHead();
    const QByteArrayList events = shortChat().done().events();
    answer.chunk(events[0]).chunk(events[1]).wait();
    for (const QByteArray &event : events.mid(2))
        answer.chunk(event);
    return answer.lastChunk();
}

} // namespace gatehouse
