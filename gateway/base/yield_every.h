// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace gatehouse {

//! For work beside the gateway's thread that comes in long runs: lets others have the processor now and then.
//! Else they wait for the whole run, some milliseconds, and with them the clients of the gateway.
class YieldEvery final
{
public:
    explicit YieldEvery(int pieces)
        : m_pieces(pieces)
    {
    }

    //! One more piece of the work is done.
    void count()
    {
        if (++m_done % m_pieces == 0)
            std::this_thread::yield();
    }

private:
    const int m_pieces;
    int m_done = 0;
};

} // namespace gatehouse
