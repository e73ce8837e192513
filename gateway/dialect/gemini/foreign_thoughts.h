// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/body_edit.h"
#include "gateway/dialect/target.h"

namespace gatehouse::gemini {

//! Takes out of \a body the signatures that Gatehouse wrapped when a provider of another dialect had
//! answered, which the API refuses with 400. A call of a model that wants one gets the one that Google
//! documents for calls from elsewhere.
BodyEdits withoutForeignThoughts(QByteArrayView body, const Target &target);

} // namespace gatehouse::gemini
