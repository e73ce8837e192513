// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/access.h"

namespace gatehouse {

QString keyOrPlaceholder(const Access &access)
{
    return access.key.isEmpty() ? QStringLiteral("gatehouse") : access.key;
}

QString modelOr(const Access &access, const QString &usual)
{
    return access.model.isEmpty() ? usual : access.model;
}

} // namespace gatehouse
