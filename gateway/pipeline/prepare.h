// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/reading.h"
#include "gateway/pipeline/stages.h"

namespace gatehouse {

//! A request as it goes to a provider, and what was done to it that the answer must undo.
struct Prepared
{
    Outgoing outgoing;
    bool hideUsage = false;                //!< we asked for usage figures, the client did not
    std::unique_ptr<Reading> reading = {}; //!< null: the answer is passed on as it is
    Dropped dropped = {};                  //!< what does not reach the provider
};

//! Makes the provider's request out of the client's: URL, headers, key, body. The body's bytes stay
//! where they are, in \a in, which must outlive the transfer; at most `model` and `stream_options` are
//! spliced in (contract, section 3), and what Gatehouse itself wrote in another dialect is taken out. \a
//! memory: earlier answers; may be null.
Prepared prepare(const Incoming &in, const Call &call, const Picked &picked, ReplyMemory *memory);

//! The client's header lines that may go to \a provider, and what its dialect cannot do without.
QList<QByteArray> upstreamHeaders(const Incoming &in, const Endpoint &endpoint,
                                  const ProviderEntry &provider);

//! \a query, raw, without the `key` that Gemini's clients put there.
QByteArray queryWithoutKey(QByteArrayView query);

} // namespace gatehouse
