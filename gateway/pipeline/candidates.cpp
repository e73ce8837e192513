// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/candidates.h"

#include <algorithm>

namespace gatehouse {
namespace {

// For the clock that has gone on between two looks, and for what is rounded up.
constexpr std::chrono::milliseconds slack{100};

//! Exponential backoff with full jitter: anything from nothing to the doubled delay.
std::chrono::milliseconds backoff(const Retry &retry, int tries, double jitter)
{
    const auto ceiling = std::min<std::chrono::milliseconds>(
        retry.baseDelay * (1LL << std::min(tries - 1, 20)), retry.maxDelay);
    return std::chrono::milliseconds(qint64(double(ceiling.count()) * jitter));
}

} // namespace

Candidates::Candidates(const Snapshot &snapshot, const QList<Candidate> &candidates)
    : m_snapshot(&snapshot)
{
    m_all.reserve(size_t(candidates.size()));
    for (const Candidate &candidate : candidates) {
        const bool twice = std::any_of(m_all.cbegin(), m_all.cend(), [&](const Standing &standing) {
            return standing.candidate.provider == candidate.provider &&
                   standing.candidate.model == candidate.model;
        });
        if (!twice)
            m_all.emplace_back().candidate = candidate;
    }
}

Standing *Candidates::standingOf(const Picked &picked)
{
    const auto it = std::find_if(m_all.begin(), m_all.end(), [&](const Standing &standing) {
        return &m_snapshot->providers[size_t(standing.candidate.provider)] == picked.provider &&
               standing.candidate.model == picked.model;
    });
    return it == m_all.end() ? nullptr : &*it;
}

bool Candidates::othersLeft(const Standing &standing) const
{
    return std::any_of(m_all.begin(), m_all.end(), [&](const Standing &other) {
        return &other != &standing && !other.out &&
               m_snapshot->providers[size_t(other.candidate.provider)].hasUsableKey();
    });
}

void Candidates::failed(const Picked &picked, const Failure &failure, double jitter, TimePoint now)
{
    m_lastError = failure.error;
    Standing *standing = standingOf(picked);
    if (!standing)
        return;
    const Retry &retry = picked.provider->config->retry;
    const auto key = size_t(std::max(picked.key, 0));
    switch (failure.kind) {
    case FailureKind::RequestFault:
        for (Standing &each : m_all)
            each.out = true;
        return;
    case FailureKind::Lasting:
        standing->out = true;
        return;
    case FailureKind::QuotaGone:
    case FailureKind::KeyRefused:
        standing->keysOut.set(key);
        return;
    case FailureKind::RateLimited: {
        standing->keysResting.set(key);
        const int keys = int(std::max<qsizetype>(1, picked.provider->keys.size()));
        if (++standing->limited >= retry.attempts * keys)
            standing->out = true;
        else if (failure.retryAfter && *failure.retryAfter <= retry.maxDelay)
            standing->patientUntil = now + retry.maxDelay + slack;
        const TimePoint asked = now + failure.retryAfter.value_or(std::chrono::milliseconds(0));
        // Of several keys the one that is free first counts.
        standing->retryAt = standing->retryAt > now ? std::min(standing->retryAt, asked) : asked;
        return;
    }
    case FailureKind::Unreachable:
        standing->out = ++standing->tries >= retry.attempts || othersLeft(*standing);
        break;
    case FailureKind::Transient:
        standing->out = ++standing->tries >= retry.attempts;
        break;
    }
    const auto asked = failure.retryAfter.value_or(std::chrono::milliseconds(0));
    if (asked > retry.maxDelay)
        standing->out = true;
    standing->notBefore = now + std::max(asked, backoff(retry, standing->tries, jitter));
}

void Candidates::cannotCarry(const Picked &picked, const Error &error)
{
    if (!m_notCarried)
        m_notCarried = error;
    if (Standing *standing = standingOf(picked))
        standing->out = true;
}

} // namespace gatehouse
