// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstddef>

namespace gatehouse {

//! Objects that an event will touch. Of a thousand streams none is in a cache when its turn comes, and each
//! object is known only from the one before: rather than wait for one after the other, all are fetched while
//! the kernel copies what has come. They are never read here, so it is no matter if they have gone.
class Touched final
{
public:
    //! Beyond three, and beyond some hundred bytes of each, they are left to themselves.
    void add(const void *object, size_t size)
    {
        if (object && m_count < m_spans.size())
            m_spans[m_count++] = {static_cast<const char *>(object), std::min(size, mostBytes)};
    }

    void fetch() const
    {
        for (size_t at = 0; at < m_count; ++at)
            fetch(m_spans[at].begin, m_spans[at].size);
    }

    //! One alone.
    static void fetch([[maybe_unused]] const void *object, [[maybe_unused]] size_t size)
    {
#ifdef Q_CC_GNU
        for (size_t at = 0; at < size; at += line)
            __builtin_prefetch(static_cast<const char *>(object) + at);
#endif
    }

private:
    static constexpr size_t line = 64;
    static constexpr size_t mostBytes = 5 * line;

    struct Span
    {
        const char *begin;
        size_t size;
    };

    std::array<Span, 3> m_spans = {};
    size_t m_count = 0;
};

} // namespace gatehouse
