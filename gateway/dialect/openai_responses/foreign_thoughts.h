// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/body_edit.h"
#include "gateway/dialect/target.h"

namespace gatehouse::openai_responses {

//! Takes out of \a body the reasoning items that Gatehouse wrote when a provider without this API had
//! answered: one that has it can neither decrypt them nor find their ids, and refuses them.
BodyEdits withoutForeignThoughts(QByteArrayView body, const Target &target);

} // namespace gatehouse::openai_responses
