// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/value_axis.h"

#include <algorithm>
#include <cmath>

namespace gatehouse {

ValueAxis axisFor(double largest, int most, bool whole)
{
    if (!(largest > 0) || !std::isfinite(largest))
        return {};
    const double rough = largest / std::max(most, 1);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    if (whole)
        step = std::max(step, 1.0);
    return {step * std::ceil(largest / step - 1e-9), step};
}

} // namespace gatehouse
