// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gatehouse {

//! A scale from 0 whose marks are round numbers.
struct ValueAxis
{
    double top = 1;
    double step = 1;

    //! How many steps there are up to the top.
    int marks() const { return qRound(top / step); }
};

//! A scale that holds \a largest with at most \a most marks above 0; \a whole: none between whole numbers.
ValueAxis axisFor(double largest, int most, bool whole);

} // namespace gatehouse
