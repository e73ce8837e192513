// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/redact.h"
#include "gateway/base/result.h"

#include <QByteArrayView>

#include <optional>

namespace gatehouse {

//! \a error, in a provider's words, without a key that they echo. A code or a field that holds one is gone.
Error withoutKeys(Error error, const Redactor &redactor);

//! The same, as a client may be told it: with a code.
Error toldError(Error error, const Redactor &redactor);

//! The error that stands in \a body in the place of an answer, or in the data of an event, as it may be told;
//! none where there is no error in it.
std::optional<Error> reportedError(QByteArrayView body, const Redactor &redactor);

} // namespace gatehouse
