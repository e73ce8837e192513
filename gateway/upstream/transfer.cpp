// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/transfer.h"

#include <numeric>

namespace gatehouse {

bool liesUnder(QByteArrayView url, QByteArrayView base)
{
    if (!url.startsWith(base))
        return false;
    const QByteArrayView rest = url.sliced(base.size());
    return rest.isEmpty() || rest.front() == '/' || rest.front() == '?';
}

qint64 Outgoing::bodySize() const
{
    return std::accumulate(body.cbegin(), body.cend(), qint64(0),
                           [](qint64 sum, QByteArrayView view) { return sum + view.size(); });
}

} // namespace gatehouse
