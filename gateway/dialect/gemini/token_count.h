// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>

namespace gatehouse::gemini {

//! What a client gets for `countTokens`.
QByteArray writeTokenCount(qint64 tokens);

//! What the provider answers to it. Errors: as ProviderDialect::readReply.
Result<qint64> readTokenCount(QByteArrayView body);

} // namespace gatehouse::gemini
