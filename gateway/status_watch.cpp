// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/status_watch.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace gatehouse {
namespace {

using std::chrono::milliseconds;

// The monotonic and the wall clock, read one after the other, never give the same moment twice.
constexpr qint64 sameMomentMs = 500;

} // namespace

StatusWatch::StatusWatch(Read read, Tell tell)
    : m_read(std::move(read))
    , m_tell(std::move(tell))
{
    m_soon.setSingleShot(true);
    m_soon.setTimerType(Qt::PreciseTimer); // a coarse one may be early
    QObject::connect(&m_soon, &QTimer::timeout, &m_soon, [this] { look(); });
    m_cooldown.setSingleShot(true);
    QObject::connect(&m_cooldown, &QTimer::timeout, &m_cooldown, [this] { wake(); });
}

void StatusWatch::wake()
{
    if (m_soon.isActive())
        return;
    const auto wait = std::chrono::ceil<milliseconds>(m_looked + pace - Clock::now());
    m_soon.start(std::max(wait, milliseconds(0)));
}

void StatusWatch::look()
{
    m_looked = Clock::now();
    GatewayStatus status = m_read();
    waitForCooldown(status);
    keepUntil(status);
    if (m_told == status)
        return;
    m_told = status;
    m_tell(status);
}

void StatusWatch::keepUntil(GatewayStatus &status) const
{
    if (!m_told)
        return;
    for (ProviderStatus &provider : status.providers) {
        const auto before = std::find_if(m_told->providers.cbegin(), m_told->providers.cend(),
                                         [&](const ProviderStatus &told) { return told.id == provider.id; });
        if (before != m_told->providers.cend() && before->untilMs && provider.untilMs &&
            std::abs(*before->untilMs - *provider.untilMs) < sameMomentMs)
            provider.untilMs = before->untilMs;
    }
}

void StatusWatch::waitForCooldown(const GatewayStatus &status)
{
    std::optional<qint64> soonest;
    for (const ProviderStatus &provider : status.providers) {
        if (provider.untilMs)
            soonest = std::min(*provider.untilMs, soonest.value_or(*provider.untilMs));
    }
    m_cooldown.stop();
    if (!soonest)
        return;
    const milliseconds left(*soonest + 1 - QDateTime::currentMSecsSinceEpoch());
    m_cooldown.start(std::clamp<milliseconds>(left, milliseconds(1), std::chrono::hours(1)));
}

} // namespace gatehouse
