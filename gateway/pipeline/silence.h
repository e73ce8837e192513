// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <QTimer>

#include <functional>

namespace gatehouse {

//! Notices that nothing has been heard for a while, again and again. Hearing costs no more than a look at the
//! clock.
class Silence final
{
public:
    //! \a fallen is called after each \a time of silence; it must not destroy this.
    Silence(std::chrono::milliseconds time, std::function<void()> fallen);

    void heard() { m_heard = Clock::now(); }

private:
    void look();

    std::chrono::milliseconds m_time;
    std::function<void()> m_fallen;
    TimePoint m_heard = Clock::now();
    QTimer m_timer;
};

} // namespace gatehouse
