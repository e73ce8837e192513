// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/import/imported.h"

namespace gatehouse {

//! Takes out each provider that no configuration may have, such as one at an http address of a public host,
//! with its keys and what routes have of it: Imported::left says so with its place in the file. \a places has
//! one for each provider.
void leaveUnusable(Imported &imported, const QStringList &places);

} // namespace gatehouse
