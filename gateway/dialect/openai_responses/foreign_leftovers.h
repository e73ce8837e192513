// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::openai_responses {

//! Takes out of the body the reasoning items that Gatehouse wrote when a provider without this API had
//! answered: one that has it can neither decrypt them nor find their ids, and refuses them. Where the client
//! only names such an answer (`previous_response_id`) or items of it, what is remembered stands in their
//! place.
Leftovers foreignLeftovers(const ClientRequest &request, const Target &target);

} // namespace gatehouse::openai_responses
