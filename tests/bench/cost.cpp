// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cost.h"

#include "tests/bench/allocations.h"
#include "tests/bench/statistics.h"

#include <ctime>

namespace gatehouse::bench {
namespace {

std::int64_t threadCpuNs()
{
    timespec now = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::int64_t(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

} // namespace

void Cost::takeOnce()
{
    const std::uint64_t asked = bench::allocations();
    const std::int64_t began = threadCpuNs();
    m_work();
    m_samples.push_back(threadCpuNs() - began);
    m_allocations = double(bench::allocations() - asked) / m_units;
}

double Cost::nanoseconds()
{
    return percentile(m_samples, 50) / m_units;
}

} // namespace gatehouse::bench
