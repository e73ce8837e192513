// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/reply_memory.h"

namespace gatehouse {
namespace {

constexpr qint64 overhead = 200; // of an entry beside its bytes, about

QByteArray keyOf(const QByteArray &client, const QByteArray &id)
{
    return client + '\n' + id; // names hold no line end
}

qint64 sizeOf(const QByteArray &key, const QByteArray &items)
{
    return 2 * key.size() + items.size() + overhead;
}

} // namespace

void ReplyMemory::keep(const QByteArray &client, const QByteArray &id, const QByteArray &items)
{
    const QByteArray key = keyOf(client, id);
    forget(client, id);
    const qint64 size = sizeOf(key, items);
    if (size > m_maxBytes / 4)
        return;
    QByteArray own(items.constData(), items.size()); // may have been borrowed
    m_entries.push_front({key, std::move(own)});
    m_places.insert(key, m_entries.begin());
    m_bytes += size;
    while (m_bytes > m_maxBytes)
        drop(std::prev(m_entries.end()));
}

std::optional<QByteArray> ReplyMemory::find(const QByteArray &client, const QByteArray &id)
{
    const auto place = m_places.constFind(keyOf(client, id));
    if (place == m_places.cend())
        return std::nullopt;
    m_entries.splice(m_entries.begin(), m_entries, *place);
    return (*place)->items;
}

void ReplyMemory::forget(const QByteArray &client, const QByteArray &id)
{
    const auto place = m_places.constFind(keyOf(client, id));
    if (place != m_places.cend())
        drop(*place);
}

void ReplyMemory::drop(Place place)
{
    m_bytes -= sizeOf(place->key, place->items);
    m_places.remove(place->key);
    m_entries.erase(place);
}

} // namespace gatehouse
