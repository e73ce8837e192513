// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace gatehouse::bench {

//! Work whose cost is taken again and again, in turn with other work, so that a neighbour on the machine
//! disturbs all of it alike.
class Cost final
{
public:
    //! \a work does \a units of what is counted.
    Cost(double units, std::function<void()> work)
        : m_units(units)
        , m_work(std::move(work))
    {
    }

    void takeOnce();

    //! CPU time of this thread per unit: the median of all turns, nanoseconds.
    double nanoseconds();
    //! Allocations per unit, of the last turn.
    double allocations() const { return m_allocations; }

private:
    double m_units;
    std::function<void()> m_work;
    std::vector<std::int64_t> m_samples;
    double m_allocations = 0;
};

} // namespace gatehouse::bench
