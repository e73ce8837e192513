// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/traces.h"

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

    const Traces &traces() const { return m_traces; }

private:
    simdjson::error_code walk(simdjson::ondemand::value value, int depth);
    simdjson::error_code walkObject(simdjson::ondemand::value value, int depth);
    void note(const char *key, const char *value);

    Traces m_traces;
};

} // namespace gatehouse
