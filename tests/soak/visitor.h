// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/questions.h"
#include "tests/soak/tally.h"
#include "tests/support/raw_client.h"

#include <QRandomGenerator>

#include <atomic>
#include <chrono>

namespace gatehouse::soak {

//! One who asks again and again, in a thread of its own: mostly good questions, some bad ones; mostly waits
//! for the answer, sometimes reads it slowly, sometimes leaves.
class Visitor final
{
public:
    Visitor(quint16 port, std::chrono::milliseconds pause, quint32 seed);

    //! Has the gateway remember so many bytes of questions, as fast as it goes.
    void fillMemory(qint64 bytes);
    //! Asks until \a over, at least once.
    void visit(const std::atomic<bool> &over);
    //! Once visit() has returned.
    const Tally &tally() const { return m_tally; }

private:
    Question question();
    void stay(const Question &question);
    void leave(const Question &question);
    void count(const Question &question, const RawAnswer &answer);
    void connectAnew() { m_client = RawClient(m_port); }

    quint16 m_port;
    std::chrono::milliseconds m_pause;
    QRandomGenerator m_random;
    RawClient m_client;
    Tally m_tally;
};

} // namespace gatehouse::soak
