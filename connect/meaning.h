// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/setting.h"

namespace gatehouse {

//! What \a value, as a text of \a format holds it, says: the same bytes for any quotes, layout and comments.
//! What is too odd to be read stands for itself.
QByteArray meaningOf(SettingsFormat format, const QByteArray &value);

//! SHA-256 of the meaning, as 64 hex digits: enough to know a value again without keeping a key.
QByteArray meaningDigest(SettingsFormat format, const QByteArray &value);

} // namespace gatehouse
