// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <vector>

namespace gatehouse::soak {

//! Asks for /health all the time, in a thread of its own, and remembers how long each answer took.
class Pulse final
{
public:
    explicit Pulse(quint16 port)
        : m_port(port)
    {
    }

    //! Until \a over.
    void feel(const std::atomic<bool> &over);

    // Once feel() has returned.
    qsizetype beats() const { return qsizetype(m_times.size()); }
    int missed() const { return m_missed; } //!< no answer, or another than 200
    //! Below which \a percent of the answers lie, in ms; 0 if there are none.
    double percentile(double percent) const;

private:
    quint16 m_port;
    std::vector<double> m_times; //!< ms
    int m_missed = 0;
};

} // namespace gatehouse::soak
