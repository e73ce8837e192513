// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_view.h"

namespace gatehouse {

//! The schema inside \a root that \a reference, a JSON pointer such as `#/$defs/Node`, names; a missing view
//! where there is none, or it is in another document.
JsonView pointedAt(JsonView root, const QByteArray &reference);

//! Whether something in \a root refers to itself, directly or by way of others.
bool isRecursive(JsonView root);

} // namespace gatehouse
