// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse::anthropic {

//! The answer to a request to count tokens.
QByteArray writeTokenCount(qint64 tokens);
Result<qint64> readTokenCount(QByteArrayView body);

} // namespace gatehouse::anthropic
