// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/cooldowns.h"

#include <algorithm>
#include <array>

namespace gatehouse {
namespace {

QByteArray ofProvider(const Scope &scope)
{
    return scope.provider.toUtf8() + '\n';
}

QByteArray ofKey(const Scope &scope)
{
    return ofProvider(scope) + 'k' + scope.key + '\n';
}

QByteArray ofModel(const Scope &scope)
{
    return ofKey(scope) + scope.model;
}

//! The circuits that \a scope runs through, widest first.
std::array<QByteArray, 3> circuitsOf(const Scope &scope)
{
    return {ofProvider(scope), ofKey(scope), ofModel(scope)};
}

} // namespace

std::optional<Cooling> Cooldowns::blocked(const Scope &scope, TimePoint now) const
{
    std::optional<Cooling> latest;
    if (m_circuits.isEmpty()) // as good as always
        return latest;
    for (const QByteArray &id : circuitsOf(scope)) {
        const auto circuit = m_circuits.constFind(id);
        if (circuit == m_circuits.cend() || circuit->allows(now))
            continue;
        if (!latest || latest->until < circuit->cooling.until)
            latest = circuit->cooling;
    }
    return latest;
}

void Cooldowns::began(const Scope &scope, TimePoint now)
{
    if (m_circuits.isEmpty())
        return;
    for (const QByteArray &id : circuitsOf(scope)) {
        const auto circuit = m_circuits.find(id);
        if (circuit != m_circuits.end() && circuit->state == Circuit::Waiting &&
            now >= circuit->cooling.until)
            circuit->state = Circuit::Probing;
    }
}

void Cooldowns::succeeded(const Scope &scope)
{
    if (m_circuits.isEmpty())
        return;
    for (const QByteArray &id : circuitsOf(scope))
        m_circuits.remove(id);
}

void Cooldowns::limited(const Scope &scope, Cooling::Source source, const QString &reason,
                        std::optional<std::chrono::milliseconds> asked, TimePoint now)
{
    m_circuits.remove(ofProvider(scope)); // it answers
    m_circuits.remove(ofKey(scope));
    cool(m_circuits[ofModel(scope)], {source, reason, {}, scope.key}, asked, now);
}

void Cooldowns::keyRefused(const Scope &scope, const QString &reason, TimePoint now)
{
    m_circuits.remove(ofProvider(scope));
    cool(m_circuits[ofKey(scope)], {Cooling::KeyRefused, reason, {}, scope.key}, m_maximum, now);
}

void Cooldowns::failed(const Scope &scope, const QString &reason, TimePoint now)
{
    abandoned(scope, now); // says nothing of the key or the model
    Circuit &circuit = m_circuits[ofProvider(scope)];
    if (++circuit.failures >= failuresInARow || circuit.state != Circuit::Closed)
        cool(circuit, {Cooling::Failures, reason, {}, {}}, std::nullopt, now);
}

void Cooldowns::abandoned(const Scope &scope, TimePoint now)
{
    if (m_circuits.isEmpty())
        return;
    for (const QByteArray &id : circuitsOf(scope)) {
        const auto circuit = m_circuits.find(id);
        if (circuit != m_circuits.end() && circuit->state == Circuit::Probing) {
            circuit->state = Circuit::Waiting;
            circuit->cooling.until = now; // the next one may probe
        }
    }
}

void Cooldowns::cool(Circuit &circuit, Cooling cooling, std::optional<std::chrono::milliseconds> asked,
                     TimePoint now)
{
    if (m_maximum <= std::chrono::milliseconds(0))
        return; // nothing is to be left alone
    // Parallel requests that fail together are one failure, not many doublings.
    if (circuit.state == Circuit::Waiting && now < circuit.cooling.until && !asked)
        return;
    const int doublings = std::min(circuit.rounds++, 20);
    const std::chrono::milliseconds own = std::chrono::milliseconds(first) * (1LL << doublings);
    cooling.until = now + std::clamp(asked.value_or(own), std::chrono::milliseconds(0), m_maximum);
    circuit.state = Circuit::Waiting;
    circuit.cooling = std::move(cooling);
}

void Cooldowns::end(const QString &provider)
{
    const QByteArray prefix = provider.toUtf8() + '\n';
    m_circuits.removeIf([&](const auto &entry) { return entry.key().startsWith(prefix); });
}

QList<Cooling> Cooldowns::active(const QString &provider, TimePoint now) const
{
    QList<Cooling> found;
    const QByteArray prefix = provider.toUtf8() + '\n';
    for (auto it = m_circuits.cbegin(); it != m_circuits.cend(); ++it) {
        if (it.key().startsWith(prefix) && it->state == Circuit::Waiting && now < it->cooling.until)
            found.append(it->cooling);
    }
    return found;
}

} // namespace gatehouse
