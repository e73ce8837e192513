// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/http/incoming.h"

#include <optional>

namespace gatehouse {

//! If \a in is a browser's question whether a page may send a request (CORS preflight): the header lines
//! of a 204 that says yes. The door has let the page's origin in.
std::optional<QByteArray> preflightLines(const Incoming &in);

} // namespace gatehouse
