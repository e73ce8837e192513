// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! The text of config.json that means \a config, made out of \a oldText with the least change: comments,
//! order, layout, fields that we do not know and whatever means the same as before stay byte for byte.
//! Entries of a list are known by what names them (`id`, `name`, `model`, a target by both), and keep their
//! texts when they change places or are renamed. A field that is not in the text is added only when it says
//! more than the default, or the entry's `preset`, does.
//!
//! What comes out reads as \a config, or it does not come out: an Error says why. Provider::auth and
//! nativeResponses are not compared, since they follow from the dialect, the preset and the base URL; amounts
//! of money are to twelve digits. Errors are: a text that cannot be read, a key in the place of a reference,
//! content that no text can have (such as two headers of one name). What check() says of values is not asked.
Result<QByteArray> writeConfig(QByteArrayView oldText, const Config &config);

} // namespace gatehouse
