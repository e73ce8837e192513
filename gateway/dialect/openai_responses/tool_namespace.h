// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"

#include <QByteArray>

namespace gatehouse::openai_responses {

// Tools may stand in groups (`{"type": "namespace", "name": …, "tools": […]}`), as Codex sends them; calls
// then carry `namespace` beside `name`. Nobody else has groups: between reader and writer a tool's name is
// that of its group, a separator that no name holds, and its own. On the way to a provider the separator
// becomes `_`.

//! The name of a tool \a name in the group \a group, which may be empty.
QByteArray groupedName(const QByteArray &group, const QByteArray &name);

//! The same for an \a item that says `name` and perhaps `namespace`.
QByteArray groupedName(JsonView item);

//! Writes `name`, and `namespace` where \a name has a group.
void writeToolName(JsonWriter &json, const QByteArray &name);

} // namespace gatehouse::openai_responses
