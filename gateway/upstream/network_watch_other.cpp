// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/network_watch.h"

#include <QElapsedTimer>
#include <QTimer>

namespace gatehouse {
namespace {

constexpr std::chrono::seconds look{10};

} // namespace

//! A tick that comes far too late means that the machine has slept.
struct NetworkWatch::Private
{
    std::function<void()> changed;
    QTimer tick;
    QElapsedTimer since;
};

NetworkWatch::NetworkWatch(std::function<void()> changed)
    : d(std::make_unique<Private>())
{
    d->changed = std::move(changed);
    d->since.start();
    QObject::connect(&d->tick, &QTimer::timeout, &d->tick, [this] {
        if (std::chrono::milliseconds(d->since.restart()) > 3 * look)
            d->changed();
    });
    d->tick.setTimerType(Qt::VeryCoarseTimer);
    d->tick.start(look);
}

NetworkWatch::~NetworkWatch() = default;

} // namespace gatehouse
