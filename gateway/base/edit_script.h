// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace gatehouse {

//! What makes one list into another.
struct EditScript
{
    std::vector<int> removed; //!< places in the first list, in order
    std::vector<int> added;   //!< places in the second list, in order

    bool operator==(const EditScript &) const = default;
};

//! The shortest one (Myers, 1986) from a list of \a first pieces to one of \a second; \a same compares a
//! piece of each. None where it would have more than \a mostEdits: time and memory go with their square.
std::optional<EditScript> shortestEditScript(int first, int second, const std::function<bool(int, int)> &same,
                                             int mostEdits);

} // namespace gatehouse
