// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/cooldowns.h"

#include <algorithm>
#include <array>

namespace gatehouse {
namespace {

constexpr qsizetype maxCircuits = 4096;

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
    return ofKey(scope) + 'm' + scope.model;
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
        if (!latest || latest->until < circuit->cooling.until) {
            latest = circuit->cooling;
            latest->probed = circuit->state == Circuit::Probing;
        }
    }
    return latest;
}

quint64 Cooldowns::began(const Scope &scope, TimePoint now)
{
    quint64 probe = 0;
    if (m_circuits.isEmpty())
        return probe;
    for (const QByteArray &id : circuitsOf(scope)) {
        const auto circuit = m_circuits.find(id);
        if (circuit != m_circuits.end() && circuit->mayProbe(now)) {
            circuit->state = Circuit::Probing;
            circuit->probeUntil = now + probeTime;
            probe = probe == 0 ? ++m_lastProbe : probe;
            circuit->probe = probe;
        }
    }
    return probe;
}

void Cooldowns::answering(const Scope &scope)
{
    for (const QByteArray &id : circuitsOf(scope)) {
        const auto circuit = m_circuits.find(id);
        if (circuit == m_circuits.end() || circuit->state != Circuit::Probing)
            continue;
        circuit->state = Circuit::Closed;
        circuit->failures = failuresInARow - 1;
    }
}

void Cooldowns::setMaximum(std::chrono::milliseconds maximum)
{
    m_maximum = maximum;
    if (m_maximum <= std::chrono::milliseconds(0))
        m_circuits.clear();
}

//! An answer closes a circuit, unless it is one that was on its way before the cooldown began.
void Cooldowns::answered(const QByteArray &id, TimePoint now)
{
    const auto circuit = m_circuits.constFind(id);
    if (circuit != m_circuits.cend() && (circuit->state != Circuit::Waiting || now >= circuit->cooling.until))
        m_circuits.erase(circuit);
}

void Cooldowns::giveUpProbe(const QByteArray &id, const Scope &scope, TimePoint now)
{
    const auto circuit = m_circuits.find(id);
    if (circuit != m_circuits.end() && circuit->state == Circuit::Probing && circuit->probe == scope.probe) {
        circuit->state = Circuit::Waiting;
        circuit->cooling.until = now; // the next one may probe
    }
}

void Cooldowns::succeeded(const Scope &scope, TimePoint now)
{
    if (m_circuits.isEmpty())
        return;
    for (const QByteArray &id : circuitsOf(scope))
        answered(id, now);
}

void Cooldowns::limited(const Scope &scope, Cooling::Source source, const QString &reason,
                        std::optional<std::chrono::milliseconds> asked, TimePoint now)
{
    answered(ofProvider(scope), now);
    answered(ofKey(scope), now);
    cool(m_circuits[ofModel(scope)], {source, reason, {}, scope.key}, asked, now);
}

void Cooldowns::keyRefused(const Scope &scope, const QString &reason, TimePoint now)
{
    answered(ofProvider(scope), now);
    giveUpProbe(ofModel(scope), scope, now);
    cool(m_circuits[ofKey(scope)], {Cooling::KeyRefused, reason, {}, scope.key}, m_maximum, now);
}

void Cooldowns::failed(const Scope &scope, const QString &reason, TimePoint now)
{
    giveUpProbe(ofKey(scope), scope, now); // it says nothing of the key or the model
    giveUpProbe(ofModel(scope), scope, now);
    Circuit &circuit = m_circuits[ofProvider(scope)];
    if (circuit.state != Circuit::Closed && (scope.probe == 0 || circuit.probe != scope.probe))
        return; // an older attempt; the newest probe decides
    if (++circuit.failures >= failuresInARow || circuit.state != Circuit::Closed)
        cool(circuit, {Cooling::Failures, reason, {}, {}}, std::nullopt, now);
}

void Cooldowns::abandoned(const Scope &scope, TimePoint now)
{
    if (scope.probe == 0)
        return;
    for (const QByteArray &id : circuitsOf(scope))
        giveUpProbe(id, scope, now);
}

void Cooldowns::cool(Circuit &circuit, Cooling cooling, std::optional<std::chrono::milliseconds> asked,
                     TimePoint now)
{
    if (m_maximum <= std::chrono::milliseconds(0)) {
        m_circuits.clear();
        return;
    }
    const auto bounded = [&](std::chrono::milliseconds wait) {
        return now + std::clamp(wait, std::chrono::milliseconds(0), m_maximum);
    };
    // Parallel requests that fail together are one failure, not many doublings.
    if (circuit.state == Circuit::Waiting && now < circuit.cooling.until) {
        if (asked)
            circuit.cooling.until = std::max(circuit.cooling.until, bounded(*asked));
        return;
    }
    const int doublings = std::min(circuit.rounds++, 20);
    cooling.until = bounded(asked.value_or(std::chrono::milliseconds(first) * (1LL << doublings)));
    circuit.state = Circuit::Waiting;
    circuit.cooling = std::move(cooling);
    if (m_circuits.size() > maxCircuits) // a client may name ever new models
        m_circuits.removeIf([&](const auto &entry) { return entry.value().allows(now); });
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
