// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_writer.h"

#include <QByteArrayView>

namespace gatehouse::gemini {

//! Writes one of `parts`: something said or, with \a thought, something thought. \a signature: of what was
//! thought before, as the client keeps it; empty if none.
void writeTextPart(JsonWriter &json, QByteArrayView text, bool thought, QByteArrayView signature);

//! The same for a call; \a arguments is what the model wrote.
void writeCallPart(JsonWriter &json, QByteArrayView id, QByteArrayView name, QByteArrayView arguments,
                   QByteArrayView signature);

} // namespace gatehouse::gemini
