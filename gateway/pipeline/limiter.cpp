// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/limiter.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr std::chrono::milliseconds busyWait{1000}; // nobody knows when one that runs will be through

} // namespace

Ticket::Ticket(std::shared_ptr<Place> place, qint64 tokens)
    : m_place(std::move(place))
    , m_tokens(tokens)
{
    ++m_place->running;
}

Ticket::Ticket(Ticket &&other) noexcept
    : m_place(std::move(other.m_place))
    , m_tokens(other.m_tokens)
{
}

Ticket &Ticket::operator=(Ticket &&other) noexcept
{
    std::swap(m_place, other.m_place);
    std::swap(m_tokens, other.m_tokens);
    return *this;
}

Ticket::~Ticket()
{
    if (!m_place)
        return;
    --m_place->running;
    if (!m_place->queue.empty())
        m_place->queue.front()->m_wake();
}

void Ticket::correctTokens(qint64 used)
{
    if (m_place && m_place->limits.tokensPerMinute > 0)
        m_place->tokens.correct(used - std::exchange(m_tokens, used));
}

void Ticket::cancel()
{
    correctTokens(0);
    if (m_place && m_place->limits.requestsPerMinute > 0)
        m_place->requests.correct(-1);
    *this = Ticket();
}

void Turn::leave()
{
    if (!m_place)
        return;
    const auto place = std::exchange(m_place, nullptr);
    const bool first = place->queue.front() == this;
    std::erase(place->queue, this);
    if (first && !place->queue.empty())
        place->queue.front()->m_wake();
}

std::shared_ptr<Place> Limiter::place(Kind kind, const QString &id, const Limits &limits)
{
    std::shared_ptr<Place> &place = m_places[kind][id];
    if (!place) {
        place = std::make_shared<Place>(
            Place{limits, TokenBucket(limits.requestsPerMinute), TokenBucket(limits.tokensPerMinute), 0, {}});
    }
    if (place->limits.requestsPerMinute != limits.requestsPerMinute)
        place->requests = TokenBucket(limits.requestsPerMinute);
    if (place->limits.tokensPerMinute != limits.tokensPerMinute)
        place->tokens = TokenBucket(limits.tokensPerMinute);
    place->limits = limits;
    return place;
}

Limiter::Answer Limiter::enter(Kind kind, const QString &id, const Limits &limits, qint64 tokens,
                               TimePoint now, const Turn *turn)
{
    auto asked = place(kind, id, limits);
    if (!asked->queue.empty() && asked->queue.front() != turn)
        return {std::nullopt, busyWait, Queue};
    if (limits.concurrent > 0 && asked->running >= limits.concurrent)
        return {std::nullopt, busyWait, Concurrent};
    if (const auto wait = asked->requests.take(now))
        return {std::nullopt, *wait, Requests};
    tokens = std::min(tokens, limits.tokensPerMinute);
    if (const auto wait = asked->tokens.take(now, tokens)) {
        asked->requests.correct(-1);
        return {std::nullopt, *wait, Tokens};
    }
    return {Ticket(std::move(asked), tokens), {}, None};
}

void Limiter::queue(Kind kind, const QString &id, Turn &turn)
{
    const auto asked = m_places[kind].value(id);
    if (turn.m_place == asked)
        return;
    turn.leave();
    asked->queue.push_back(&turn);
    turn.m_place = asked;
}

int Limiter::running(Kind kind, const QString &id) const
{
    const auto asked = m_places[kind].value(id);
    return asked ? asked->running : 0;
}

} // namespace gatehouse
