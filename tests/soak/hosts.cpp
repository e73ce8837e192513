// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/hosts.h"

#include "tests/soak/chance.h"
#include "tests/soak/good_answers.h"

namespace gatehouse::soak {

Hosts::Hosts(quint32 seed)
{
    add("open", "openai", Fault::None, seed + 1);
    add("ant", "anthropic", Fault::None, seed + 2);
    add("gem", "gemini", Fault::None, seed + 3);
    add("resets", "openai", Fault::Resets, seed + 4);
    add("refuses", "openai", Fault::Refuses, seed + 5);
    add("refuses-ant", "anthropic", Fault::Refuses, seed + 6);
    add("cuts", "openai", Fault::Cuts, seed + 7);
    add("cuts-ant", "anthropic", Fault::Cuts, seed + 8);
    add("cuts-gem", "gemini", Fault::Cuts, seed + 9);
    add("stalls", "openai", Fault::Stalls, seed + 10);
    add("garbage", "openai", Fault::Garbage, seed + 11);
    add("garbage-gem", "gemini", Fault::Garbage, seed + 12);
    m_nobody.bind(QHostAddress::LocalHost);
    m_hosts.append({"gone", "openai", Fault::Resets, m_nobody.localPort()});
}

void Hosts::add(const QByteArray &id, const QByteArray &dialect, Fault fault, quint32 seed)
{
    auto provider = std::make_unique<FakeProvider>();
    // Shared, for the function is copied for each request.
    const auto shared = std::make_shared<QRandomGenerator>(seed);
    provider->answerWith([dialect, fault, shared](const FakeRequest &request) {
        QRandomGenerator &random = *shared;
        FakeAnswer good = goodAnswer(dialect, request, random);
        // Now and then it works: only then is it asked again soon.
        if (fault != Fault::None && !oneIn(random, 3))
            return spoilt(fault, std::move(good), random);
        // It thinks; clients that leave do so meanwhile.
        if (oneIn(random, 3))
            return FakeAnswer().pause(std::chrono::milliseconds(random.bounded(150))).send(good.bytes());
        return good;
    });
    m_hosts.append({id, dialect, fault, provider->port()});
    m_providers.push_back(std::move(provider));
}

void Hosts::forget()
{
    for (const auto &provider : m_providers)
        provider->reset();
}

} // namespace gatehouse::soak
