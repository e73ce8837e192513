// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! One round of a thread's event loop, in which it serves all descriptors that are ready. Bytes that are sent
//! one after the other wake their reader once; sent whenever they are made, they wake it each time, which on
//! a busy machine costs more than to make them. So in a crowded round they wait for its end, or for some
//! more. Qt's own event loops know no rounds: there all is sent at once.
class Round final
{
public:
    //! Has something to send.
    class Waiter
    {
    public:
        Waiter() = default;
        virtual ~Waiter(); //!< waits no more
        Waiter(const Waiter &) = delete;
        Waiter &operator=(const Waiter &) = delete;

        virtual void sendWaiting() = 0;
    };

    //! \a crowded: several descriptors are ready. What one alone has to send need not wait.
    explicit Round(bool crowded);
    ~Round();
    Round(const Round &) = delete;
    Round &operator=(const Round &) = delete;

    //! Whether the calling thread is in a crowded round.
    static bool isCrowded();
    //! \a waiter has one more thing to send, in a crowded round: sendWaiting() is called at its end or
    //! before.
    static void add(Waiter &waiter);
    //! Has the calling thread's waiters send.
    static void flush();
    //! The same if the first has waited for a millisecond: one that is served may take long.
    static void flushLongWaiting();

private:
    bool m_outer;
};

} // namespace gatehouse
