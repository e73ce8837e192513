// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_part.h"

namespace gatehouse::anthropic {

//! The `signature` of a `thinking` block as others keep it. One of thoughts that the provider does not show
//! is marked, to tell it from one whose text the client has thrown away.
QByteArray keptSignature(const QByteArray &signature, bool hasText);
//! The way back.
QByteArray sentSignature(const QByteArray &kept);

//! Whether \a reasoning can go back to \a origin: it comes from there, and with the text that it had.
//! Thoughts without it, or with another, are refused.
bool isOwn(const ReasoningPart &reasoning, const QByteArray &origin);

} // namespace gatehouse::anthropic
