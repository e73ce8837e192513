// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/json_text.h"

namespace gatehouse {

//! \a text with \a value in the place of the value of \a node.
QByteArray withValue(QByteArrayView text, const JsonNode &node, QByteArrayView value);

//! \a text with one more member or element at the end of \a container, in the manner of those before it: on a
//! line of its own, or on the same. In \a child, `\n` is a new line of it and `\t` a step of indentation.
QByteArray withChild(QByteArrayView text, const JsonNode &container, QByteArrayView child);

//! \a text without that member or element of \a container, its comma, and its line if nothing else stands
//! there.
QByteArray withoutChild(QByteArrayView text, const JsonNode &container, size_t index);

} // namespace gatehouse
