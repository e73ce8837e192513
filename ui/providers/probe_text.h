// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/status/probe.h"

#include <QString>

namespace gatehouse {

//! What came of asking \a provider, for a person: what happened and, where it failed, what to do about it.
QString probeText(const ProbeResult &result, const Provider &provider);

//! What the provider itself said, to stand beside probeText(), such as `HTTP 401: invalid key`; empty where
//! there is nothing to add. From outside: plain text only.
QString probeEvidence(const ProbeResult &result);

//! Whether the provider can be used as far as \a result tells.
bool isGood(const ProbeResult &result);

} // namespace gatehouse
