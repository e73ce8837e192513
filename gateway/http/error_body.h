// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/provider.h"
#include "gateway/http/incoming.h"

#include <QByteArrayView>

namespace gatehouse {

//! The body of an error in the shape of \a dialect (contract, section 4).
QByteArray errorBody(const Error &error, Dialect dialect);

//! The header lines that belong to an error beside its body: `Content-Type`, `Retry-After`, `Allow`.
QByteArray errorHeaders(const Error &error);

//! The event that ends a broken stream, framed for \a dialect.
QByteArray errorEvent(const Error &error, Dialect dialect);

//! \a text as a JSON string, quotes included; invalid UTF-16 becomes U+FFFD.
QByteArray jsonString(const QString &text);

//! The dialect in which a request wants its errors, known from its path alone (contract, section 3);
//! the path may still be percent-encoded and have a query.
Dialect dialectOfPath(QByteArrayView path);
//! The same where the headers may tell as well, of a path that is none of the endpoints for a model:
//! `/v1/models` has the same one in three dialects.
Dialect dialectAsked(const Incoming &in);

} // namespace gatehouse
