// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/json_view.h"

#include <QByteArray>

namespace gatehouse::gemini {

//! \a schema in the part of OpenAPI that Gemini takes, which refuses every word that it does not know:
//! references are put in place (a schema that holds itself ends as any object), `allOf` is merged, `oneOf`
//! is `anyOf`, `const` an `enum`, a `null` among the types `nullable`. What cannot be said stands in the
//! description, in braces.
//! Empty where it is no schema, or one of an object without properties, which Gemini refuses.
QByteArray openApiSchema(const QByteArray &schema);

//! The way back, for other providers: types in lower case, `nullable` among them, counts as numbers.
QByteArray jsonSchema(JsonView openApi);

} // namespace gatehouse::gemini
