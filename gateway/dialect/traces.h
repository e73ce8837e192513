// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! What a body shows of answers that came from a provider of another dialect than the client's. Hints: what a
//! text says may look the same.
struct Traces
{
    bool wrapped = false; //!< a signature that Gatehouse wrapped, or an id of an answer that it wrote
    bool unsignedThoughts = false; //!< a member `signature` that is empty
    bool ids = false;              //!< a member `id`
    bool otherIds = false;         //!< one that is not a tool call's of Claude's
    bool budget = false;           //!< a member `budget_tokens`
};

} // namespace gatehouse
