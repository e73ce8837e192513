// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <list>
#include <optional>

namespace gatehouse {

//! Remembers what was said before an answer, for clients that name it instead of sending it again. In memory
//! only, and bounded: what was longest out of use is forgotten first. Clients do not see each other's.
class ReplyMemory final
{
public:
    static constexpr qint64 defaultMaxBytes = 32 * 1024 * 1024;

    explicit ReplyMemory(qint64 maxBytes = defaultMaxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    //! Keeps \a items under \a id. What alone is more than a quarter of the room is not kept.
    void keep(const QByteArray &client, const QByteArray &id, const QByteArray &items);
    std::optional<QByteArray> find(const QByteArray &client, const QByteArray &id);
    void forget(const QByteArray &client, const QByteArray &id);

    qint64 bytes() const { return m_bytes; }

private:
    struct Entry
    {
        QByteArray key;
        QByteArray items;
    };
    using Place = std::list<Entry>::iterator;

    void drop(Place place);

    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    std::list<Entry> m_entries; //!< the last used first
    QHash<QByteArray, Place> m_places;
};

} // namespace gatehouse
