// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse::anthropic {

//! The JSON schema \a schema as an `input_schema` (translation rules, A2): its root an object, without
//! `anyOf`, `oneOf` and `allOf`, whose branches' properties are merged, branches of branches too; what one
//! refers to counts as if it stood there. The first of a name counts, but where each lists its values, all
//! values do. Required is what any of `allOf`, and what each of the others requires. Below the root nothing
//! changes.
QByteArray inputSchemaOf(const QByteArray &schema);

} // namespace gatehouse::anthropic
