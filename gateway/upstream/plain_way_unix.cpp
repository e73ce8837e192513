// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/plain_loop.h"
#include "gateway/upstream/plain_way.h"

namespace gatehouse {

struct PlainWay::Private
{
    PlainLoop loop;
};

PlainWay::PlainWay()
    : d(std::make_unique<Private>())
{
}

PlainWay::~PlainWay() = default;

std::unique_ptr<Transfer> PlainWay::start(Outgoing &outgoing, TransferReceiver &receiver)
{
    return d->loop.start(outgoing, receiver);
}

void PlainWay::dropIdleConnections()
{
    d->loop.dropIdleConnections();
}

int PlainWay::active() const
{
    return d->loop.active();
}

} // namespace gatehouse
