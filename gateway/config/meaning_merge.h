// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/json_text.h"
#include "gateway/config/meaning.h"

namespace gatehouse {

//! The text of the value of \a node, which means \a old, with the least change that makes it mean \a wanted.
//! Names in it that have no part of \a old are fields that we do not know, and stay.
QByteArray merged(QByteArrayView text, const JsonNode &node, const Meaning &old, const Meaning &wanted);

} // namespace gatehouse
