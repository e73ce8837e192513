// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_part.h"

#include <QByteArrayView>

namespace gatehouse {

//! Names the maker of a signature: no other provider and no other model can read it.
QByteArray originOf(QByteArrayView provider, QByteArrayView model);

//! \a signature as a client keeps it: with its origin in front, in printable ASCII. Empty for one without
//! value.
QByteArray wrapSignature(const Signature &signature);
//! The same in base64, for a dialect whose clients decode it (Gemini's are bytes).
QByteArray wrapSignatureAsBytes(const Signature &signature);

//! The signature that a client sent back, wrapped either way, base64 also in the alphabet of URLs. One that
//! was not wrapped has an empty origin: it comes from a provider of the client's own dialect, and which one
//! nobody knows.
Signature unwrapSignature(QByteArrayView text);

//! Whether \a text was wrapped, so that only a provider of another dialect can read it.
bool isWrapped(QByteArrayView text);

} // namespace gatehouse
