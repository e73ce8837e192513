// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

namespace gatehouse {

//! Walks through values to their ends, so that every bracket, comma and literal in them has been seen, and
//! notices what a body for a provider of the same dialect may have to lose
//! (ClientDialect::foreignLeftovers()).
class JsonWalk final
{
public:
    //! Errors: what is not JSON, or is too deep.
    simdjson::error_code through(simdjson::ondemand::value value) { return walk(value, 1); }

    //! A string began like a signature that Gatehouse wrapped, or like the id of an answer that it wrote or
    //! of a part of one.
    bool wrapped() const { return m_wrapped; }
    //! Something that Claude never says: thoughts with an empty `signature`, a call whose id begins as those
    //! of others do.
    bool notClaudes() const { return m_notClaudes; }

private:
    simdjson::error_code walk(simdjson::ondemand::value value, int depth);
    simdjson::error_code walkObject(simdjson::ondemand::value value, int depth);

    bool m_wrapped = false;
    bool m_notClaudes = false;
};

} // namespace gatehouse
