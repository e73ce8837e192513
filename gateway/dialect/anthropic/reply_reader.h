// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/translator.h"

namespace gatehouse::anthropic {

//! A whole message (translation rules, A4).
Result<ChatReply> readReply(QByteArrayView body, const Target &target);

std::unique_ptr<StreamReader> makeStreamReader(const Target &target);

} // namespace gatehouse::anthropic
