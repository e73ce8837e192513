// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/label_table.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>
#include <vector>

namespace gatehouse {

//! The labels of one series, by number.
struct SeriesKey
{
    quint16 provider = LabelTable::other;
    quint16 status = 0;               //!< of HTTP; 0: any
    quint16 name = LabelTable::other; //!< a model's or a code's
    quint16 client = LabelTable::other;

    bool operator==(const SeriesKey &) const = default;
};

//! One value for each combination of labels. However many there are, it holds only so many series: further
//! combinations share those whose name and client are `other`, and in the end one whose labels all are.
template<typename Value>
class SeriesTable final
{
public:
    explicit SeriesTable(qsizetype most)
        : m_most(most)
    {
    }

    Value &at(SeriesKey key)
    {
        const qsizetype own = m_most - m_most / sharedPart;
        if (Value *found = findOrAdd(key, own))
            return *found;
        if (Value *found = findOrAdd({key.provider, key.status}, m_most - 1))
            return *found;
        return m_values[packed({})];
    }

    //! In the order of their numbers; valid until the next call of at().
    std::vector<std::pair<SeriesKey, const Value *>> sorted() const
    {
        std::vector<std::pair<SeriesKey, const Value *>> all;
        all.reserve(size_t(m_values.size()));
        for (auto it = m_values.cbegin(); it != m_values.cend(); ++it)
            all.emplace_back(std::bit_cast<SeriesKey>(it.key()), &it.value());
        std::sort(all.begin(), all.end(),
                  [](const auto &a, const auto &b) { return before(a.first, b.first); });
        return all;
    }

private:
    static constexpr qsizetype sharedPart = 10; //!< one in so many is kept for shared series

    static quint64 packed(SeriesKey key) { return std::bit_cast<quint64>(key); }
    static bool before(const SeriesKey &a, const SeriesKey &b)
    {
        return std::tie(a.provider, a.name, a.status, a.client) <
               std::tie(b.provider, b.name, b.status, b.client);
    }

    Value *findOrAdd(SeriesKey key, qsizetype most)
    {
        const auto found = m_values.find(packed(key));
        if (found != m_values.end())
            return &*found;
        return m_values.size() < most ? &m_values[packed(key)] : nullptr;
    }

    qsizetype m_most;
    QHash<quint64, Value> m_values;
};

} // namespace gatehouse
