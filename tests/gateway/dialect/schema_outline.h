// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// Forms in which two JSON schemas that say the same, as far as a wire format can say it, are the same. What a
// description tells in braces, for want of words, does not count.

//! All of \a schema, its members sorted; at its root always an object with properties. Without `format: uri`,
//! which chat completions refuse.
QByteArray wholeSchema(const QByteArray &schema);
//! The same where no object takes further properties.
QByteArray closedSchema(const QByteArray &schema);
//! All of \a schema but the bounds, which Anthropic's API does not compile; no object takes further
//! properties.
QByteArray compiledSchema(const QByteArray &schema);

//! What Gemini's OpenAPI subset can say of \a schema: types, properties, which of them are required, lists,
//! texts to choose from, bounds and descriptions. An outline is its own outline.
QByteArray schemaOutline(const QByteArray &schema);
