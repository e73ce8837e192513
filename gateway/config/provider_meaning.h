// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/meaning.h"
#include "gateway/config/provider.h"

namespace gatehouse {

//! What an entry of `providers` means: beside a `preset` only what differs from it is not usual.
Meaning meaningOf(const Provider &provider);

Meaning meaningOf(const Limits &limits, const Limits &usual);

} // namespace gatehouse
