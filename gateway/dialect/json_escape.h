// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! Appends \a utf8 to \a out as the inside of a JSON string, without the quotes. What is not UTF-8 becomes
//! U+FFFD.
void appendEscaped(QByteArray &out, QByteArrayView utf8);

//! Whether every backslash in \a inner, the inside of a JSON string, begins an escape (RFC 8259, 7).
bool validEscapes(QByteArrayView inner);

//! Appends the inside of a JSON string to \a out, decoded. Half a surrogate pair becomes U+FFFD. The escapes
//! must be valid.
void appendUnescaped(QByteArray &out, QByteArrayView inner);

//! Appends \a json, which must be well-formed, to \a out without the white space between its tokens, and
//! with characters in place of their `\u` escapes, of which a model reads each letter.
void appendCompact(QByteArray &out, QByteArrayView json);
//! The same with the white space.
void appendReadable(QByteArray &out, QByteArrayView json);

} // namespace gatehouse
