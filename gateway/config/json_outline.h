// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/json_text.h"

namespace gatehouse {

//! The places of all values in \a text, which must be well-formed (comments and trailing commas included).
JsonNode outlineOf(QByteArrayView text);

} // namespace gatehouse
