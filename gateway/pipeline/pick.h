// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/candidates.h"

namespace gatehouse {

//! Which key of a provider comes next.
class KeyTurns final
{
public:
    //! The index to begin with, of \a keys many; one further each time.
    int next(const QString &provider, int keys)
    {
        return keys < 2 ? 0 : int(m_turns[provider]++ % quint32(keys));
    }

private:
    QHash<QString, quint32> m_turns;
};

//! Whom to ask next, or how long to wait before asking again makes sense.
struct Next
{
    std::optional<Picked> picked = {};
    std::chrono::milliseconds wait{0};
    std::optional<Error> atLimit = {}; //!< it is the provider's own limit that is waited for, in turn
};

//! What pick() looks at beside the candidates.
struct PickContext
{
    const Snapshot &snapshot;
    Limiter &limiter;
    const Cooldowns &cooldowns;
    KeyTurns &keyTurns;
    TimePoint now;
    qint64 estimatedTokens = 0;
};

//! Who is asked next? The first candidate that has a usable key, does not cool down and is below its limits.
//! \a turn is the request's place in the queue of a provider at its limit.
//! Errors, when nobody can be asked: what the last attempt failed with, else 503 no_healthy_provider with
//! `Retry-After`, 503 provider_key_missing.
Result<Next> pick(Candidates &candidates, Turn &turn, const PickContext &context);

} // namespace gatehouse
