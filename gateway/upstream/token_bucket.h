// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <chrono>
#include <optional>

namespace gatehouse {

//! So many a minute, all at once or spread out.
class TokenBucket final
{
public:
    //! \a perMinute is also how many may come at once; 0 or less: no limit.
    explicit TokenBucket(int perMinute);

    //! Takes one at \a now, which never goes back: nothing, or how long to wait until there is one.
    std::optional<std::chrono::milliseconds> take(TimePoint now);

private:
    int m_perMinute;
    Clock::duration m_interval{0}; //!< in which one comes back
    TimePoint m_fullAt{};          //!< when none will be missing any more
};

} // namespace gatehouse
