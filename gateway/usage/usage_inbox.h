// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

#include <QMutex>

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
        QList<UsageRecord> records;
        qint64 dropped = 0; //!< there was no place for them
    };

    //! Whether the reader has to be woken: it was empty.
    [[nodiscard]] bool put(UsageRecord &&record)
    {
        const QMutexLocker lock(&m_mutex);
        const bool wasEmpty = m_content.records.isEmpty();
        if (m_content.records.size() < size)
            m_content.records.append(std::move(record));
        else
            ++m_content.dropped;
        return wasEmpty;
    }

    //! Puts what lay in it into \a content, whose own place for records serves the next ones.
    void take(Content &content)
    {
        forget(content);
        const QMutexLocker lock(&m_mutex);
        std::swap(content, m_content);
    }

    //! Empties it; keeps its place unless that is large, or somebody has a copy.
    static void forget(Content &content)
    {
        content.dropped = 0;
        if (content.records.isDetached() && content.records.capacity() <= mostKept)
            content.records.clear();
        else
            content.records = {};
    }

private:
    static constexpr qsizetype size = 20'000;
    static constexpr qsizetype mostKept = 64; // some 30 KiB: what a burst took is not to stay

    QMutex m_mutex;
    Content m_content;
};

} // namespace gatehouse
