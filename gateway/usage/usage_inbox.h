// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

#include <QMutex>

#include <deque>
#include <utility>

namespace gatehouse {

//! Records on their way to the usage thread. They lie here, rather than in an event each, so that a burst
//! wakes the thread once. Safe to use from any thread.
class UsageInbox final
{
public:
    //! What lay in it.
    struct Content
    {
        std::deque<UsageRecord> records; //!< grows without moving what is in it
        qint64 dropped = 0;              //!< there was no place for them
    };

    //! Whether the reader has to be woken: it was empty.
    [[nodiscard]] bool put(UsageRecord &&record)
    {
        const QMutexLocker lock(&m_mutex);
        const bool wasEmpty = m_content.records.empty();
        if (m_content.records.size() < size)
            m_content.records.push_back(std::move(record));
        else
            ++m_content.dropped;
        return wasEmpty;
    }

    Content take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_content, {});
    }

private:
    static constexpr size_t size = 20'000;

    QMutex m_mutex;
    Content m_content;
};

} // namespace gatehouse
