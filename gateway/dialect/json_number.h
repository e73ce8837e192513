// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gatehouse {

//! Whether \a token is a number (RFC 8259, 6), of any size.
bool isJsonNumber(std::string_view token);

} // namespace gatehouse
