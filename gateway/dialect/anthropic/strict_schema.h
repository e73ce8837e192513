// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/target.h"

#include <QByteArray>

namespace gatehouse::anthropic {

//! A copy of the JSON schema \a schema in the subset that the API compiles, for an output format and for
//! tools with `strict`: no object takes further properties, and what else it would answer with 400 (bounds,
//! lengths, unknown words) stands in the description instead, as the SDKs of Anthropic do it.
QByteArray strictSchema(const QByteArray &schema);

//! Whether \a schema keeps its meaning so: of an object that takes any names nothing would be left, and what
//! refers to itself is refused.
bool canBeStrict(const QByteArray &schema);

//! Whether \a output goes to \a target as the API's own output format, rather than as a tool.
bool hasOwnFormat(const OutputFormat &output, const Target &target);

} // namespace gatehouse::anthropic
