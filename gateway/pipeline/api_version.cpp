// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/api_version.h"

#include <algorithm>

namespace gatehouse {
namespace {

bool isVersionDigit(char c)
{
    return c >= '0' && c <= '9';
}

QByteArrayView behindDigits(QByteArrayView text)
{
    return text.sliced(std::find_if_not(text.begin(), text.end(), isVersionDigit) - text.begin());
}

} // namespace

bool isApiVersion(QByteArrayView segment)
{
    if (!segment.startsWith("/v") || segment.size() < 3 || !isVersionDigit(segment[2]))
        return false;
    QByteArrayView rest = behindDigits(segment.sliced(2));
    for (const QByteArrayView stage : {QByteArrayView("alpha"), QByteArrayView("beta")}) {
        if (rest.startsWith(stage))
            return behindDigits(rest.sliced(stage.size())).isEmpty();
    }
    return rest.isEmpty();
}

} // namespace gatehouse
