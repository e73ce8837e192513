// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/statistics.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

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
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    std::getline(file, line);
    const std::size_t nameEnd = line.rfind(')'); // the name itself may hold spaces
    if (nameEnd == std::string::npos)
        return 0;
    std::istringstream fields(line.substr(nameEnd + 1));
    std::string skipped;
    for (int i = 3; i < 14; ++i) // state is field 3, utime 14, stime 15 (proc(5))
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / double(::sysconf(_SC_CLK_TCK));
}

} // namespace gatehouse::bench
