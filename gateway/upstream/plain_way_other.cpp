// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/plain_way.h"

// All goes through libcurl.

namespace gatehouse {

struct PlainWay::Private
{
};

PlainWay::PlainWay() = default;
PlainWay::~PlainWay() = default;

std::unique_ptr<Transfer> PlainWay::start(Outgoing &, TransferReceiver &)
{
    return nullptr;
}

void PlainWay::dropIdleConnections() {}

int PlainWay::active() const
{
    return 0;
}

} // namespace gatehouse
