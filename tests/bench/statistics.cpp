// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/statistics.h"

#include <algorithm>
#include <ctime>

namespace gatehouse::bench {

double percentile(std::vector<std::int64_t> &samples, double percent)
{
    if (samples.empty())
        return 0;
    const auto rank = std::size_t(percent / 100 * double(samples.size() - 1));
    std::nth_element(samples.begin(), samples.begin() + std::ptrdiff_t(rank), samples.end());
    return double(samples[rank]);
}

double cpuSeconds(int pid)
{
    clockid_t clock = 0;
    timespec time = {};
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return 0;
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

} // namespace gatehouse::bench
