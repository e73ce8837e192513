// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/histogram.h"

#include <algorithm>
#include <cmath>

namespace gatehouse {

void Histogram::observe(double value)
{
    if (std::isnan(value))
        return;
    value = std::max(value, 0.0);
    const auto bound = std::lower_bound(m_bounds.begin(), m_bounds.end(), value);
    ++m_counts[size_t(bound - m_bounds.begin())];
    ++m_count;
    m_sum += value;
}

} // namespace gatehouse
