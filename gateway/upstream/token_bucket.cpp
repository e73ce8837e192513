// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/token_bucket.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace gatehouse {

TokenBucket::TokenBucket(qint64 perMinute)
    : m_perMinute(perMinute)
{
    if (perMinute > 0)
        m_interval = Clock::duration(1min) / perMinute;
}

// The generic cell rate algorithm: one moment instead of a count and a moment, and no rounding.
std::optional<std::chrono::milliseconds> TokenBucket::take(TimePoint now, qint64 count)
{
    if (m_perMinute <= 0)
        return std::nullopt;
    const TimePoint fullAt = std::max(m_fullAt, now) + m_interval * std::min(count, m_perMinute);
    const Clock::duration early = fullAt - now - m_interval * m_perMinute;
    if (early > Clock::duration::zero())
        return std::chrono::ceil<std::chrono::milliseconds>(early);
    m_fullAt = fullAt;
    return std::nullopt;
}

void TokenBucket::correct(qint64 count)
{
    m_fullAt += m_interval * count;
}

} // namespace gatehouse
