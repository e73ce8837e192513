// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/recorded_exchange.h"

#include <QHash>

#include <deque>

namespace gatehouse {

//! Recorded requests and answers, in memory only and not too many: the oldest make room.
class RecordedBodies final
{
public:
    static constexpr int maxCount = 200;
    static constexpr qint64 maxBytes = 64 * 1024 * 1024;

    //! Takes the place of one with the same id. What alone is above the bounds is not kept.
    void add(const RecordedExchange &exchange);
    //! Null if it is not kept. Valid until the next change.
    const RecordedExchange *find(const QByteArray &requestId) const;
    bool contains(const QByteArray &requestId) const { return m_exchanges.contains(requestId); }
    void forget(const QByteArray &requestId);
    void clear();

    int count() const { return int(m_exchanges.size()); }
    qint64 bytes() const { return m_bytes; }

private:
    QHash<QByteArray, RecordedExchange> m_exchanges;
    std::deque<QByteArray> m_order; //!< oldest first
    qint64 m_bytes = 0;
};

//! What \a exchange takes in memory, about.
qint64 bytesOf(const RecordedExchange &exchange);

} // namespace gatehouse
