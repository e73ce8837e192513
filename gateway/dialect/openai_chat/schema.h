// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse::openai_chat {

//! The JSON schema \a schema as a function's `parameters` (translation rules, B1): an object with
//! `properties`, without `format: uri`. Keys keep their order; `{}` or nothing becomes an object without
//! properties.
QByteArray parametersOf(const QByteArray &schema);

//! Whether OpenAI takes a function's parameters \a schema beside `strict: true`: every object is closed and
//! requires all its properties, and no word is used that it does not know there.
bool isStrict(const QByteArray &schema);

//! A copy for `strict: true`: no object takes further properties, and all are required.
QByteArray strictSchema(const QByteArray &schema);

} // namespace gatehouse::openai_chat
