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

//! The signature that a client sent back. One that wrapSignature() did not make has an empty origin: it comes
//! from a provider of the client's own dialect, and which one nobody knows.
Signature unwrapSignature(QByteArrayView text);

} // namespace gatehouse
