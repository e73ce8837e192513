// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gatehouse {

//! A day or a month of the place where the program runs, in UTC milliseconds.
struct BudgetPeriod
{
    qint64 beginMs = 0;
    qint64 endMs = 0; //!< the first moment that is not part of it

    bool contains(qint64 ms) const { return ms >= beginMs && ms < endMs; }

    bool operator==(const BudgetPeriod &) const = default;
};

//! The local day around a moment; 23 or 25 hours long where the clocks change.
BudgetPeriod dayAround(qint64 ms);
//! The local month around a moment.
BudgetPeriod monthAround(qint64 ms);

} // namespace gatehouse
