// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse::anthropic {

//! The JSON schema \a schema as an `input_schema` (translation rules, A2): its root an object, without
//! `anyOf`, `oneOf` and `allOf`, whose branches' properties are merged (the first of a name counts; only what
//! all of `allOf` require stays required), branches of branches too; what one refers to counts as if it stood
//! there. Below the root nothing changes.
QByteArray inputSchemaOf(const QByteArray &schema);

} // namespace gatehouse::anthropic
