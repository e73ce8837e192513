// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/transfer.h"

#include <numeric>

namespace gatehouse {

qint64 Outgoing::bodySize() const
{
    return std::accumulate(body.cbegin(), body.cend(), qint64(0),
                           [](qint64 sum, QByteArrayView view) { return sum + view.size(); });
}

} // namespace gatehouse
