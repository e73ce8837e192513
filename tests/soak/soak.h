// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/growth.h"
#include "tests/soak/hosts.h"
#include "tests/soak/ledger.h"
#include "tests/soak/order.h"
#include "tests/soak/process_look.h"
#include "tests/soak/program.h"
#include "tests/soak/pulse.h"
#include "tests/soak/unrest.h"
#include "tests/soak/visitor.h"

#include <functional>

namespace gatehouse::soak {

//! All that a run has measured.
struct Findings
{
    Tally seen;
    Ledger stored;
    Ledger metrics;
    Growth memory;
    Descriptors before;
    Descriptors after;
    bool calm = false; //!< at the end nothing was in flight any more, and the plain configuration in force
    int exitCode = -1;
    double seconds = 0; //!< of the main part
    qsizetype beats = 0;
    int missedBeats = 0;
    double medianMs = 0; //!< of /health
    double p99Ms = 0;
    double longestMs = 0;
    bool dialogStayed = false;
};

//! One run: the program is started, warmed up, looked at, worked for as long as ordered, looked at again,
//! ended.
class Soak final
{
public:
    explicit Soak(const Order &order);

    //! Says on stderr why where it could not be done.
    bool run();
    //! Where the program's files are, which then stay.
    QString keepFiles() { return m_program.keepFiles(); }
    const Findings &findings() const { return m_findings; }
    const LogJudge &log() const { return m_program.log(); }
    const Unrest &unrest() const { return m_unrest; }
    const Hosts &hosts() const { return m_hosts; }

private:
    bool begin();
    //! How many come, and how long they rest.
    struct Crowd
    {
        int visitors = 0;
        std::chrono::milliseconds pause{0};
    };

    //! Lets each visitor do \a deed in a thread of its own, and \a meanwhile here; returns when all are
    //! ready.
    void withVisitors(const Crowd &crowd, const std::function<void(Visitor &)> &deed,
                      const std::function<void()> &meanwhile = {});
    //! What the gateway keeps in memory up to a bound is filled: else this would be all that grows.
    void fillMemory();
    //! Visitors, unrest and pulse at work for \a time; memory is sampled from \a warm on.
    void work(const Crowd &crowd, std::chrono::milliseconds time, std::chrono::milliseconds warm);
    bool calmDown();
    Descriptors look() const;
    Descriptors lookAtRest() const;
    QByteArray ask(const QByteArray &target) const;

    Order m_order;
    QRandomGenerator m_random;
    Hosts m_hosts;
    Program m_program;
    Unrest m_unrest;
    qint64 m_startedMs = 0;
    QList<Sample> m_samples;
    Findings m_findings;
};

} // namespace gatehouse::soak
