// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"

#include <memory>
#include <unordered_map>

namespace gatehouse {

//! Something that is made once for each Link, and goes some time after it.
template<typename T>
class PerLink final
{
public:
    //! What \a make has made of \a link; stays where it is as long as \a link lives.
    template<typename Make>
    T &of(const std::shared_ptr<const Link> &link, Make make)
    {
        const auto it = m_entries.find(link.get());
        if (it != m_entries.end() && !it->second.link.expired())
            return *it->second.value;
        std::erase_if(m_entries, [](const auto &entry) { return entry.second.link.expired(); });
        return *m_entries.emplace(link.get(), Entry{link, std::make_unique<T>(make(*link))})
                    .first->second.value;
    }

private:
    struct Entry
    {
        std::weak_ptr<const Link> link;
        std::unique_ptr<T> value;
    };
    std::unordered_map<const Link *, Entry> m_entries;
};

} // namespace gatehouse
