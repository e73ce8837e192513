// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/config/limits.h"
#include "gateway/upstream/token_bucket.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace gatehouse {

//! Who is limited: a client or a provider, with what it has used up.
struct Place
{
    Limits limits;
    TokenBucket requests;
    int running = 0;
};

//! The right to run; gives the place back when it goes.
class Ticket final
{
public:
    Ticket() = default;
    explicit Ticket(std::shared_ptr<Place> place)
        : m_place(std::move(place))
    {
        ++m_place->running;
    }
    Ticket(Ticket &&other) noexcept
        : m_place(std::move(other.m_place))
    {
    }
    Ticket &operator=(Ticket &&other) noexcept
    {
        std::swap(m_place, other.m_place);
        return *this;
    }
    ~Ticket()
    {
        if (m_place)
            --m_place->running;
    }

private:
    std::shared_ptr<Place> m_place;
};

//! Keeps count of what clients and providers use. Counts outlive a change of the configuration.
class Limiter final
{
public:
    enum Kind { OfClient, OfProvider };

    //! A ticket, or how long to wait before asking again makes sense.
    struct Answer
    {
        std::optional<Ticket> ticket;
        std::chrono::milliseconds wait{0};
        bool busy = false; //!< refused for too many at once, not for too many a minute
    };

    //! Asks for a place under \a limits, which may differ from those of the last call.
    Answer enter(Kind kind, const QString &id, const Limits &limits, TimePoint now);

    //! How many hold a ticket.
    int running(Kind kind, const QString &id) const;

private:
    QHash<QString, std::shared_ptr<Place>> m_places[2];
};

} // namespace gatehouse
