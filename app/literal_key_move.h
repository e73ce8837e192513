// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>

#include <functional>

namespace gatehouse {

class SecretStore;

//! Writes every key that stands in the configuration \a text as it is into \a store, one after the other, and
//! answers with the text that refers to them. At the first that cannot be stored it answers with an error;
//! the text is then to be left as it is.
void moveKeys(SecretStore &store, const QByteArray &text, std::function<void(Result<QByteArray>)> done);

} // namespace gatehouse
