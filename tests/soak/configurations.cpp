// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/configurations.h"

#include "tests/soak/callers.h"
#include "tests/soak/chance.h"

#include <QCryptographicHash>

namespace gatehouse::soak {
namespace {

// Short, or a stalled provider would take up every visitor.
constexpr char impatience[] = R"(,"timeouts":{"connectSeconds":2,"firstByteSeconds":2,"idleSeconds":2})"
                              R"(,"retry":{"attempts":2,"baseDelayMs":50,"maxDelayMs":1500})";
constexpr char routes[] =
    R"(,"routes":[{"model":"smart","targets":[{"provider":"resets","model":"m"},)"
    R"({"provider":"refuses-ant","model":"m"},{"provider":"open","model":"gpt-4o"}]},)"
    R"({"model":"spread","policy":"weighted","targets":[{"provider":"open","model":"gpt-4o","weight":5},)"
    R"({"provider":"ant","model":"claude-sonnet-4-5","weight":3},)"
    R"({"provider":"gem","model":"gemini-2.5-flash","weight":2}]},)"
    R"({"model":"quick","policy":"fastest","targets":[{"provider":"ant","model":"claude-sonnet-4-5"},)"
    R"({"provider":"gem","model":"gemini-2.5-flash"},{"provider":"open","model":"gpt-4o"}]}])";

QByteArray modelsOf(const Hosts::Host &host)
{
    if (host.id == "open")
        return R"([{"id":"gpt-4o"},{"id":"gpt-4o-mini","alias":"fast"}])";
    if (host.id == "ant")
        return R"([{"id":"claude-sonnet-4-5"}])";
    return host.id == "gem" ? R"([{"id":"gemini-2.5-flash"}])" : R"([{"id":"m"}])";
}

QByteArray someLimits(QRandomGenerator &random)
{
    switch (random.bounded(4)) {
    case 0:
        return R"(,"limits":{"requestsPerMinute":)" + QByteArray::number(random.bounded(20, 2'000)) + '}';
    case 1:
        return R"(,"limits":{"concurrent":)" + QByteArray::number(random.bounded(1, 5)) + '}';
    case 2:
        return R"(,"limits":{"tokensPerMinute":)" + QByteArray::number(random.bounded(1'000, 90'000)) + '}';
    default:
        return {};
    }
}

} // namespace

QByteArray clientsText()
{
    QByteArrayList clients;
    for (const QByteArray &name : {caller::stays, caller::leaves, caller::limited, caller::narrow}) {
        const QByteArray hash = QCryptographicHash::hash(keyOf(name), QCryptographicHash::Sha256).toHex();
        QByteArray client = R"({"name":")" + name + R"(","keyHash":"sha256:)" + hash + '"';
        if (name == caller::limited)
            client += R"(,"limits":{"requestsPerMinute":90,"concurrent":2})";
        if (name == caller::narrow)
            client += R"(,"models":["gpt-4o"])";
        clients.append(client + '}');
    }
    return '[' + clients.join(',') + ']';
}

QByteArray Configurations::provider(const Hosts::Host &host, const QByteArray &id, const QByteArray &models,
                                    const QByteArray &key, const QByteArray &more) const
{
    return R"({"id":")" + id + R"(","dialect":")" + host.dialect +
           R"(","proxy":"none","baseUrl":"http://127.0.0.1:)" + QByteArray::number(host.port) +
           (host.dialect == "openai" ? "/v1" : "") + R"(","apiKey":)" + key + R"(,"models":)" + models +
           more + '}';
}

QByteArray Configurations::text(const QByteArrayList &providers, int cooldownSeconds) const
{
    return R"({"version":1,"clients":)" + clientsText() + R"(,"providers":[)" + providers.join(",\n") + ']' +
           routes + R"(,"health":{"intervalSeconds":3},"cooldown":{"maxSeconds":)" +
           QByteArray::number(cooldownSeconds) + "}}\n";
}

QByteArray Configurations::plain() const
{
    QByteArrayList providers;
    for (const Hosts::Host &host : m_hosts)
        providers.append(provider(host, host.id, modelsOf(host), R"("${KEY_A}")", impatience));
    return text(providers, 1);
}

QByteArray Configurations::edited(QRandomGenerator &random) const
{
    const QByteArrayList keys = {R"("${KEY_A}")", R"("${KEY_B}")", R"(["${KEY_A}","${KEY_B}","${KEY_C}"])"};
    QByteArrayList providers;
    for (const Hosts::Host &host : m_hosts) {
        const bool healthy = host.fault == Fault::None;
        const bool inRoute = healthy || host.id == "resets" || host.id == "refuses-ant";
        if (!inRoute && oneIn(random, 6))
            continue; // removed
        QByteArray more = impatience;
        if (!healthy)
            more += someLimits(random);
        if (oneIn(random, 5))
            more += R"(,"headers":{"X-Of-Provider":"1"})";
        if (!inRoute && oneIn(random, 8))
            more += R"(,"enabled":false)";
        providers.append(provider(host, host.id, modelsOf(host), anyOf(random, keys), more));
    }
    for (int i = 0; i < 3; ++i) {
        const QByteArray id = "extra-" + QByteArray::number(i);
        const QByteArray models =
            oneIn(random, 2) ? R"([{"id":"e"}])" : R"([{"id":"e","alias":"x"},{"id":"y*"}])";
        if (oneIn(random, 2))
            providers.append(provider(m_hosts[random.bounded(3)], id, models, anyOf(random, keys),
                                      impatience + someLimits(random)));
    }
    return text(providers, random.bounded(3));
}

QByteArray Configurations::broken(QRandomGenerator &random)
{
    const QByteArrayList all = {"", "{\"version\":1,", "[]",
                                R"({"version":1,"providers":[{"id":"UPPER CASE"}]})",
                                someBytes(random, 3'000)};
    return anyOf(random, all);
}

QByteArray Configurations::environment(QRandomGenerator &random)
{
    QByteArray lines = "# keys\n";
    for (const QByteArray name : {"KEY_A", "KEY_B", "KEY_C"})
        lines += "export " + name + "=sk-soak-" + name + (oneIn(random, 2) ? "-first" : "-other") +
                 "-0123456789\n";
    return lines;
}

} // namespace gatehouse::soak
