// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/result.h"

namespace gatehouse {

//! Says in the log what the listener itself refuses: such requests reach no pipeline and leave no record. At
//! most a line a second, so that whoever knocks in a loop cannot fill the log; the next one says how many
//! were left out.
class RefusalLog final
{
public:
    void add(const Error &error, TimePoint now);

private:
    TimePoint m_last = {};
    bool m_said = false;
    qint64 m_left = 0;
};

} // namespace gatehouse
