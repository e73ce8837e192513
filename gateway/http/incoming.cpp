// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/incoming.h"

#include "gateway/base/ascii_case.h"

namespace gatehouse {

QByteArrayView Incoming::header(QByteArrayView name) const
{
    for (const HeaderField &field : headers) {
        if (sameText(field.name, name))
            return field.value;
    }
    return {};
}

} // namespace gatehouse
