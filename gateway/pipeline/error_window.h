// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <array>

namespace gatehouse {

//! How many of the answers within the last five minutes failed. Takes the same memory for any number of them.
class ErrorWindow final
{
public:
    struct Count
    {
        int answers = 0;
        int failures = 0;

        //! Of nothing, nothing fails.
        int percent() const { return answers == 0 ? 0 : failures * 100 / answers; }
    };

    void add(bool failed, TimePoint now)
    {
        Slot &slot = m_slots[size_t(numberOf(now) % slots)];
        if (slot.number != numberOf(now))
            slot = {numberOf(now)};
        ++slot.count.answers;
        slot.count.failures += failed;
    }

    Count count(TimePoint now) const
    {
        Count sum;
        for (const Slot &slot : m_slots) {
            if (slot.number <= numberOf(now) - slots || slot.number > numberOf(now))
                continue;
            sum.answers += slot.count.answers;
            sum.failures += slot.count.failures;
        }
        return sum;
    }

    static constexpr std::chrono::minutes length{5};

private:
    static constexpr std::chrono::seconds step{5};
    static constexpr long long slots = length / step;

    struct Slot
    {
        long long number = -slots; //!< which step since the clock's beginning
        Count count = {};
    };

    static long long numberOf(TimePoint time) { return time.time_since_epoch() / step; }

    std::array<Slot, size_t(slots)> m_slots = {};
};

} // namespace gatehouse
