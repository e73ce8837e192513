// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/config/limits.h"
#include "gateway/upstream/token_bucket.h"

#include <QHash>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace gatehouse {

class Turn;

//! Who is limited: a client or a provider, with what it has used up.
struct Place
{
    Limits limits;
    TokenBucket requests;
    TokenBucket tokens;
    int running = 0;
    std::deque<Turn *> queue; //!< who waits, first come first served
};

//! The right to run; gives the place back when it goes.
class Ticket final
{
public:
    Ticket() = default;
    explicit Ticket(std::shared_ptr<Place> place, qint64 tokens);
    Ticket(Ticket &&other) noexcept;
    Ticket &operator=(Ticket &&other) noexcept;
    ~Ticket();

    //! Puts the true figure in the place of the estimate.
    void correctTokens(qint64 used);
    //! Gives all of it back: nothing was asked.
    void cancel();

private:
    std::shared_ptr<Place> m_place;
    qint64 m_tokens = 0; //!< as estimated
};

//! A place in the queue of a provider that is at its limit. Gives it up when it goes.
class Turn final
{
public:
    //! \a wake is called when a place may have become free for the first in the queue.
    explicit Turn(std::function<void()> wake)
        : m_wake(std::move(wake))
    {
    }
    ~Turn() { leave(); }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

    void leave();

private:
    friend class Limiter;
    friend class Ticket;
    std::function<void()> m_wake;
    std::shared_ptr<Place> m_place;
};

//! Keeps count of what clients and providers use. Counts outlive a change of the configuration.
class Limiter final
{
public:
    enum Kind { OfClient, OfProvider };
    enum Reason { None, Concurrent, Requests, Tokens, Queue };

    //! A ticket, or how long to wait before asking again makes sense.
    struct Answer
    {
        std::optional<Ticket> ticket;
        std::chrono::milliseconds wait{0};
        Reason reason = None;
    };

    //! Asks for a place under \a limits, which may differ from those of the last call, for a request of about
    //! \a tokens. Nobody overtakes those who queue(): \a turn is the asker's own, or null.
    Answer enter(Kind kind, const QString &id, const Limits &limits, qint64 tokens, TimePoint now,
                 const Turn *turn = nullptr);
    //! Puts \a turn at the end of the queue, unless it stands in it already.
    void queue(Kind kind, const QString &id, Turn &turn);

    //! How many hold a ticket.
    int running(Kind kind, const QString &id) const;

private:
    std::shared_ptr<Place> place(Kind kind, const QString &id, const Limits &limits);

    QHash<QString, std::shared_ptr<Place>> m_places[2];
};

} // namespace gatehouse
