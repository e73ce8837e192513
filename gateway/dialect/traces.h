// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! What a body shows of answers that came from a provider of another dialect than the client's. Hints: a text
//! may begin like these as well.
struct Traces
{
    bool wrapped = false; //!< a signature that Gatehouse wrapped, or an id of an answer that it wrote
    bool unsignedThoughts = false; //!< a member `signature` that is empty
    bool calls = false;            //!< a tool call's id as OpenAI's and ours begin, `call_`
    bool claudeCalls = false;      //!< one as Claude's begin, `toolu_`
};

} // namespace gatehouse
