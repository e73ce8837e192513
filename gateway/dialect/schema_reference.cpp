// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/schema_reference.h"

#include <QByteArrayList>

namespace gatehouse {

JsonView pointedAt(JsonView root, const QByteArray &reference)
{
    // Some generators write a pointer without the `#` of a fragment.
    const bool here = reference.startsWith('#');
    if (!here && !reference.startsWith('/'))
        return {};
    JsonView at = root;
    const QByteArrayList steps = QByteArray::fromPercentEncoding(reference.mid(here ? 1 : 0)).split('/');
    for (qsizetype i = 1; i < steps.size(); ++i) {
        QByteArray step = steps[i];
        at = at[step.replace("~1", "/").replace("~0", "~")];
    }
    return at;
}

} // namespace gatehouse
