// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace gatehouse::bench {

//! How often memory was asked for since the program began, by anybody in it: malloc, calloc, realloc.
std::uint64_t allocations();

} // namespace gatehouse::bench
