// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace gatehouse::bench {

//! The value below which \a percent of \a samples lie; reorders them. 0 if there are none.
double percentile(std::vector<std::int64_t> &samples, double percent);

//! CPU time of a process until now, in seconds: user and system, all threads, to the nanosecond (its CPU
//! clock; /proc counts in ticks of 10 ms). 0 if there is no such process.
double cpuSeconds(int pid);

//! Whether every thread of a process waits for something other than a CPU.
bool rests(int pid);

} // namespace gatehouse::bench
