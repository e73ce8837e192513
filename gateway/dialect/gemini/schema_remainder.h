// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/gemini/schema_layers.h"

#include <QByteArray>

namespace gatehouse::gemini {

//! What of a schema goes into the fields that the API's subset has for it.
struct Sayable
{
    QByteArrayView type = {}; //!< empty: several, of which each stands for itself
    bool values = true;       //!< `enum` or `const`, if there is one
    bool format = false;
};

//! The rest of \a layers, for the model to read in the description: `{multipleOf: 5}`. Empty: nothing is
//! left.
QByteArray remainderOf(const SchemaLayers &layers, const Sayable &sayable);

} // namespace gatehouse::gemini
