// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/peek.h"
#include "gateway/http/incoming.h"
#include "gateway/pipeline/endpoints.h"
#include "gateway/pipeline/limiter.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/upstream/cooldowns.h"

#include <memory>

namespace gatehouse {

// What one stage hands to the next. Each holds what the stages before it found out; the request itself
// belongs to the exchange and outlives them all.

//! After `authenticate`: who asks.
struct Caller
{
    const ClientEntry *client = nullptr; //!< null: no keys are required, anybody may ask

    QString name() const { return client ? client->config->name : QString(); }
    bool mayUse(QByteArrayView model) const;
};

//! \a model without the `[1m]` that Claude Code puts behind the name of one whose long context it uses.
inline QByteArrayView withoutContext(QByteArrayView model)
{
    constexpr QByteArrayView longContext = "[1m]";
    return model.endsWith(longContext) ? model.chopped(longContext.size()) : model;
}

//! After `parse`: what is asked for.
struct Call
{
    Caller caller;
    Match match;
    Peek peek;
    qint64 estimatedTokens = 0; //!< for limits, until the provider tells the true figure
    bool asArray = false;       //!< its stream is a JSON array, not one of events
};

//! After `resolve`: who could answer, best first.
struct Plan
{
    Call call;
    Choice choice;
    Ticket ticket = {}; //!< after `admit`: the client's place
};

//! After `pick`: who is asked now.
struct Picked
{
    const ProviderEntry *provider = nullptr;
    QByteArray model;
    int key = -1; //!< index into ProviderEntry::keys; −1: it needs none
    QByteArray authorization;
    Scope scope;
    Ticket ticket; //!< the provider's place
};

} // namespace gatehouse
