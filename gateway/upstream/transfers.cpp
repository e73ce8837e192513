// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/transfers.h"

#include "gateway/upstream/curl_loop.h"
#include "gateway/upstream/demo_provider.h"
#include "gateway/upstream/handle_pool.h"
#include "gateway/upstream/loop_transfer.h"
#include "gateway/upstream/plain_way.h"
#include "gateway/upstream/system_proxy.h"

#include <optional>
#include <utility>

namespace gatehouse {
namespace {

constexpr std::chrono::seconds patienceWithTheRest{2};

} // namespace

struct Transfers::Private
{
    //! Made with the first request that needs it: libcurl sets OpenSSL up, which takes a part of the start
    //! and a megabyte.
    CurlLoop &loop()
    {
        if (!current) {
            if (!pool)
                pool.emplace();
            current = new CurlLoop(*pool, systemProxy, &loops);
        }
        return *current;
    }

    std::optional<HandlePool> pool;
    SystemProxy systemProxy;
    DemoProvider demo;
    PlainWay plain;
    QObject loops; //!< the parent of those that still have attempts
    CurlLoop *current = nullptr;
};

Transfers::Transfers(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

Transfers::~Transfers() = default;

std::unique_ptr<Transfer> Transfers::start(Outgoing outgoing, TransferReceiver &receiver)
{
    if (outgoing.link->demo)
        return d->demo.start(outgoing, receiver);
    if (auto transfer = d->plain.start(outgoing, receiver))
        return transfer;
    return d->loop().start(std::move(outgoing), receiver);
}

void Transfers::release(std::unique_ptr<Transfer> transfer)
{
    auto *ours = dynamic_cast<LoopTransfer *>(transfer.get());
    if (ours && ours->attempt)
        ours->attempt->loop().release(*ours->attempt, patienceWithTheRest);
}

void Transfers::dropIdleConnections()
{
    d->plain.dropIdleConnections();
    // libcurl keeps connections as long as the set that they belong to.
    if (CurlLoop *loop = std::exchange(d->current, nullptr))
        loop->retire();
}

int Transfers::active() const
{
    int count = d->demo.active() + d->plain.active();
    for (const QObject *loop : d->loops.children())
        count += static_cast<const CurlLoop *>(loop)->active();
    return count;
}

} // namespace gatehouse
