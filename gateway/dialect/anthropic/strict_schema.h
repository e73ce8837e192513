// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse::anthropic {

//! A copy of the JSON schema \a schema in the subset that the API compiles, for an output format and for
//! tools with `strict`: no object takes further properties, and what else it would answer with 400 (bounds,
//! lengths, unknown words) stands in the description instead, as the SDKs of Anthropic do it.
QByteArray strictSchema(const QByteArray &schema);

} // namespace gatehouse::anthropic
