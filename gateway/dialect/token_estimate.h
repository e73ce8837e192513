// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"

#include <QByteArrayView>

namespace gatehouse {

// A guess for where the provider cannot be asked, meant to be within a fifth of the truth for prose and code:
// four ASCII characters are a token, two letters of a two-byte script are one, and every character of a
// script with three bytes or more (Chinese, Japanese, emoji) is one.

//! Tokens in \a utf8.
qint64 estimateTokens(QByteArrayView utf8);

//! Input tokens of \a request: its texts, 4 for each message, 1500 for each image, one for 24 bytes of a
//! document, tools with their schemas.
qint64 estimateTokens(const ChatRequest &request);

} // namespace gatehouse
