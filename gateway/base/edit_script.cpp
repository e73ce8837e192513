// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/edit_script.h"

#include <algorithm>

namespace gatehouse {
namespace {

using Trace = std::vector<std::vector<int>>;

//! The edits, from where both lists end (\a x and \a y) back to where they begin.
EditScript walkedBack(const Trace &trace, int x, int y)
{
    EditScript script;
    for (int d = int(trace.size()) - 1; d > 0; --d) {
        const auto reach = [&](int k) { return *(trace[size_t(d)].begin() + (k + d + 1)); };
        const int k = x - y;
        const bool down = k == -d || (k != d && reach(k - 1) < reach(k + 1));
        const int before = down ? k + 1 : k - 1;
        x = reach(before);
        y = x - before;
        if (down)
            script.added.push_back(y);
        else
            script.removed.push_back(x);
    }
    std::reverse(script.removed.begin(), script.removed.end());
    std::reverse(script.added.begin(), script.added.end());
    return script;
}

} // namespace

std::optional<EditScript> shortestEditScript(int first, int second, const std::function<bool(int, int)> &same,
                                             int mostEdits)
{
    const int most = std::min(first + second, mostEdits);
    std::vector<int> reach(size_t(2 * most + 3), 0);
    const auto at = [&](int k) { return reach.begin() + (k + most + 1); };
    Trace trace;
    for (int d = 0; d <= most; ++d) {
        trace.emplace_back(at(-d - 1), at(d + 1) + 1);
        for (int k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && *at(k - 1) < *at(k + 1));
            int x = down ? *at(k + 1) : *at(k - 1) + 1;
            while (x < first && x - k < second && same(x, x - k))
                ++x;
            *at(k) = x;
            if (x >= first && x - k >= second)
                return walkedBack(trace, first, second);
        }
    }
    return {};
}

} // namespace gatehouse
