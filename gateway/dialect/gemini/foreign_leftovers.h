// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::gemini {

//! Takes out of the body the signatures that Gatehouse wrapped when a provider of another dialect had
//! answered, which the API refuses with 400. A call for a model that wants one gets the one that Google
//! documents for calls from elsewhere, also where it is another model's call and has none.
Leftovers foreignLeftovers(const ClientRequest &request, const Target &target);

} // namespace gatehouse::gemini
