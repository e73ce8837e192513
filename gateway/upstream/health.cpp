// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/health.h"

namespace gatehouse {

void Health::began(const QString &provider)
{
    ++m_states[provider].inFlight;
    changed();
}

void Health::ended(const QString &provider)
{
    --m_states[provider].inFlight;
    changed();
}

void Health::noted(const QString &provider, const QString &reason)
{
    m_states[provider].reason = reason;
    changed();
}

void Health::answered(const QString &provider, double latencyMs)
{
    State &state = m_states[provider];
    state.heard = Clock::now();
    state.status = Status::Ok;
    state.reason.clear();
    state.latencyMs = latencyMs;
    state.failures = 0;
    changed();
}

void Health::failed(const QString &provider, const QString &reason)
{
    State &state = m_states[provider];
    state.heard = Clock::now();
    state.reason = reason;
    if (++state.failures >= downAfter)
        state.status = Status::Down;
    changed();
}

} // namespace gatehouse
