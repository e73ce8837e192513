// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/balancer.h"

#include <algorithm>

namespace gatehouse {
namespace {

// Of the newest measurement in the moving average; the older the one before, the more: what was a minute ago
// says nothing any more.
constexpr double leastShare = 0.3;
constexpr double forgotten = 60'000;

QByteArray target(const QString &provider, const QByteArray &model)
{
    return provider.toUtf8() + '/' + model;
}

QByteArray targetOf(const Candidate &candidate, const Config &config)
{
    return target(config.providers[candidate.provider].id, candidate.model);
}

} // namespace

void Balancer::order(Choice &choice, const Config &config)
{
    if (choice.candidates.size() < 2)
        return;
    switch (choice.policy) {
    case Policy::Priority:
        break;
    case Policy::Weighted:
        orderByWeight(choice, config);
        break;
    case Policy::Fastest:
        orderBySpeed(choice, config);
        break;
    }
}

void Balancer::orderByWeight(Choice &choice, const Config &config)
{
    Turns &turns = m_turns[choice.route];
    int total = 0;
    for (const Candidate &candidate : std::as_const(choice.candidates)) {
        total += candidate.weight;
        turns.credit[targetOf(candidate, config)] += candidate.weight;
    }
    const auto credit = [&](const Candidate &candidate) {
        return turns.credit.value(targetOf(candidate, config));
    };
    std::stable_sort(choice.candidates.begin(), choice.candidates.end(),
                     [&](const Candidate &a, const Candidate &b) {
                         if ((a.weight == 0) != (b.weight == 0))
                             return b.weight == 0; // no share: only when all others fail
                         return credit(a) > credit(b);
                     });
    turns.credit[targetOf(choice.candidates.first(), config)] -= total;
}

void Balancer::orderBySpeed(Choice &choice, const Config &config)
{
    const auto speed = [&](const Candidate &candidate) {
        return m_speeds.value(targetOf(candidate, config));
    };
    std::stable_sort(
        choice.candidates.begin(), choice.candidates.end(),
        [&](const Candidate &a, const Candidate &b) { return speed(a).average < speed(b).average; });
    if (++m_turns[choice.route].count % exploreEvery != 0)
        return;
    const auto oldest = std::min_element(
        choice.candidates.begin(), choice.candidates.end(),
        [&](const Candidate &a, const Candidate &b) { return speed(a).measured < speed(b).measured; });
    std::rotate(choice.candidates.begin(), oldest, oldest + 1);
}

void Balancer::answered(const QString &provider, const QByteArray &model, double milliseconds, TimePoint now)
{
    Speed &speed = m_speeds[target(provider, model)];
    const bool known = speed.measured != TimePoint{};
    const double share =
        known ? std::clamp(millisecondsBetween(speed.measured, now) / forgotten, leastShare, 1.0) : 1.0;
    speed.average = (1 - share) * speed.average + share * milliseconds;
    speed.measured = now;
}

} // namespace gatehouse
