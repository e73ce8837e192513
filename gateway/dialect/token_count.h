// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! A count of tokens as an answer: `{"<field>": tokens}`.
QByteArray tokenCountBody(QByteArrayView field, qint64 tokens);
//! The way back. Errors: as ProviderDialect::readReply.
Result<qint64> readTokenCount(QByteArrayView body, QByteArrayView field);

} // namespace gatehouse
