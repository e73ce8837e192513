// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/statistics.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>

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

bool rests(int pid)
{
    std::error_code error;
    const std::filesystem::directory_iterator tasks("/proc/" + std::to_string(pid) + "/task", error);
    for (const auto &task : tasks) {
        std::string line;
        std::getline(std::ifstream(task.path() / "stat"), line);
        const std::size_t state = line.rfind(") "); // the name before it may hold anything: proc(5)
        if (state != std::string::npos && line[state + 2] == 'R')
            return false;
    }
    return !error;
}

} // namespace gatehouse::bench
