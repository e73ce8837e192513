// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gatehouse {

//! Whether a model whose name goes on with \a rest, behind that of a known one, is that same model: a dated,
//! pinned or preview version of it (`-20251001`, `-2024-08-06`, `-001`, `@20251101`, `-latest`), but not
//! another one with a price of its own (`-mini`, `:free`, the `-5` of claude-opus-5-5). An empty \a rest is.
bool isVariantOfModel(QByteArrayView rest);

} // namespace gatehouse
