// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/pulse.h"

#include "tests/support/raw_client.h"

#include <algorithm>
#include <thread>

namespace gatehouse::soak {

void Pulse::feel(const std::atomic<bool> &over)
{
    using namespace std::chrono;
    RawClient client(m_port);
    while (!over) {
        const auto began = steady_clock::now();
        client.send(httpRequest("GET", "/health"));
        const RawAnswer answer = client.readAnswer();
        m_times.push_back(duration<double, std::milli>(steady_clock::now() - began).count());
        if (answer.status != 200) {
            ++m_missed;
            client = RawClient(m_port);
        }
        std::this_thread::sleep_for(milliseconds(20));
    }
}

double Pulse::percentile(double percent) const
{
    if (m_times.empty())
        return 0;
    std::vector<double> sorted = m_times;
    std::sort(sorted.begin(), sorted.end());
    return sorted[size_t(percent / 100 * double(sorted.size() - 1))];
}

} // namespace gatehouse::soak
