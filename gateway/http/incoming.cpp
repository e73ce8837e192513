// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/incoming.h"

namespace gatehouse {

QByteArrayView Incoming::header(QByteArrayView name) const
{
    for (const HeaderField &field : headers) {
        if (field.name.size() == name.size() && field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

} // namespace gatehouse
