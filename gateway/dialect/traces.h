// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! What a body shows of answers that came from a provider of another dialect than the client's. Hints: what a
//! text says may look the same.
struct Traces
{
    bool wrapped = false; //!< a signature that Gatehouse wrapped, or an id of an answer that it wrote
    bool unsignedThoughts = false; //!< a member `signature` that is empty
    bool otherIds = false;         //!< a member `id` that is not a tool call's of Claude's
    bool claudeIds = false;        //!< one that is
    bool budget = false;           //!< a member `budget_tokens`
    bool reasoning = false;        //!< a member `reasoning_content`
};

} // namespace gatehouse
