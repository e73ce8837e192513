// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/limiter.h"

namespace gatehouse {

Limiter::Answer Limiter::enter(Kind kind, const QString &id, const Limits &limits, TimePoint now)
{
    std::shared_ptr<Place> &place = m_places[kind][id];
    if (!place)
        place = std::make_shared<Place>(Place{limits, TokenBucket(limits.requestsPerMinute), 0});
    if (place->limits.requestsPerMinute != limits.requestsPerMinute)
        place->requests = TokenBucket(limits.requestsPerMinute);
    place->limits = limits;

    if (limits.concurrent > 0 && place->running >= limits.concurrent)
        return {std::nullopt, std::chrono::seconds(1), true};
    if (limits.requestsPerMinute > 0) {
        if (const auto wait = place->requests.take(now))
            return {std::nullopt, *wait, false};
    }
    return {Ticket(place), {}, false};
}

int Limiter::running(Kind kind, const QString &id) const
{
    const auto place = m_places[kind].value(id);
    return place ? place->running : 0;
}

} // namespace gatehouse
