// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace gatehouse {

//! So many a minute, all at once or spread out.
class TokenBucket final
{
public:
    //! \a perMinute is also how many may come at once; 0 or less: no limit.
    explicit TokenBucket(qint64 perMinute);

    //! Takes \a count at \a now, which never goes back: nothing, or how long to wait until they are there.
    std::optional<std::chrono::milliseconds> take(TimePoint now, qint64 count = 1);
    //! Takes \a count more, or gives back what is negative, whether they are there or not.
    void correct(qint64 count);

private:
    qint64 m_perMinute;
    Clock::duration m_interval{0}; //!< in which one comes back
    TimePoint m_fullAt{};          //!< when none will be missing any more
};

} // namespace gatehouse
