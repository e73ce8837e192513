// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/json_view.h"

#include <QByteArrayView>

namespace gatehouse {

//! What a provider says when it refuses, in any of the shapes that are in use: `{error: {…}}` of OpenAI,
//! Anthropic and Gemini, also in an array; `{error: "text"}`; `{message}`, `{detail}`, `{error_msg}`; plain
//! text. \a status: as it came with the answer; 0 inside a stream: then as the error's own words or numbers
//! say, else 502. Type and code are those of the translation rules, 5.6; never a web page in the message.
Error readProviderError(int status, QByteArrayView body);
Error readProviderError(int status, JsonView body);

//! Whether \a body is an error in the place of an answer: `error` is there and holds something, or is all
//! that there is.
bool holdsError(JsonView body);

//! The answer of a provider that keeps to no dialect: 502 upstream_protocol; \a what completes "The provider
//! …".
Error protocolError(QStringView what);

//! 502 model_failed: the provider did its part, its model did not; \a what completes "The model …".
Error modelError(QStringView what);

} // namespace gatehouse
