// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse::openai_chat {

//! The JSON schema \a schema as a function's `parameters` (translation rules, B1): an object with
//! `properties`, without `format: uri`. Keys keep their order; `{}` or nothing becomes an object without
//! properties.
QByteArray parametersOf(const QByteArray &schema);

//! Whether OpenAI takes \a schema, of a function's parameters or of the answer, beside `strict: true`: its
//! root is an object, every object is closed and requires all its properties, and no word is used that it
//! does not know there.
bool isStrict(const QByteArray &schema);

//! Whether the root of \a schema says that it is an object.
bool isObjectRoot(const QByteArray &schema);

//! \a schema as the only member, \a name, of an object, for OpenAI, which takes no other root. Empty where
//! its references would lead nowhere then.
QByteArray asMember(const QByteArray &schema, QByteArrayView name);

//! A copy in which objects that name their properties, and say nothing of others, take none.
QByteArray closedSchema(const QByteArray &schema);

} // namespace gatehouse::openai_chat
