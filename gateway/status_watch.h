// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/status/gateway_status.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace gatehouse {

//! Tells how the gateway fares: at most four times a second, and only when something is other than it was.
//! Looks when it is woken, and when a provider's cooldown ends; never just so.
class StatusWatch final
{
public:
    using Read = std::function<GatewayStatus()>;
    using Tell = std::function<void(const GatewayStatus &)>;

    //! \a read is asked from the event loop only, and \a tell called from there.
    StatusWatch(Read read, Tell tell);

    //! Something may be other than it was.
    void wake();

    static constexpr std::chrono::milliseconds pace{250};

private:
    void look();
    void keepUntil(GatewayStatus &status) const;
    void waitForCooldown(const GatewayStatus &status);

    Read m_read;
    Tell m_tell;
    TimePoint m_looked = {};
    std::optional<GatewayStatus> m_told;
    QTimer m_soon;
    QTimer m_cooldown;
};

} // namespace gatehouse
