// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QByteArrayList>

namespace gatehouse::bench {

//! What most of a stream is made of.
enum class StreamKind { Text, Calls };

//! A provider's streamed answer in about \a events events (a few more begin and end it), with what the real
//! services put into each; one element is one event. Of calls, OpenAI and Anthropic send the arguments in
//! pieces; Gemini sends each call whole, and not thousands of them: there are 50 events then.
QByteArrayList providerStream(Dialect dialect, StreamKind kind, int events);

} // namespace gatehouse::bench
