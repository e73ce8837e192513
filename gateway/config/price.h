// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace gatehouse {

//! What a model's tokens cost, in US dollars for a million of them.
struct Price
{
    double input = 0;
    double output = 0;                     //!< reasoning included
    std::optional<double> cacheRead = {};  //!< none: as input
    std::optional<double> cacheWrite = {}; //!< none: as input

    bool operator==(const Price &) const = default;
};

} // namespace gatehouse
