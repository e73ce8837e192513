// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/meaning.h"

namespace gatehouse {

//! For each of \a wanted which of \a old it was, -1 if none: the one of the same identity, else, when it was
//! renamed, the one that it shares at least half of its content with.
std::vector<int> matchParts(const std::vector<Meaning> &old, const std::vector<Meaning> &wanted);

} // namespace gatehouse
