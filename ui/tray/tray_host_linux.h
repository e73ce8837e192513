// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tray/embedded_tray.h"
#include "ui/tray/tray_host.h"

#include <QDBusVariant>
#include <QTimer>

#include <chrono>
#include <functional>

namespace gatehouse {

//! A StatusNotifier host on the session bus, or an older tray that embeds X windows. Icons can be there
//! before either, and outlive both: the first is watched on the bus; while there is none, the second is
//! looked for, 24 times in a row and then six times as seldom, and when something else gives reason to.
class LinuxTrayHost final : public TrayHost
{
    Q_OBJECT

public:
    explicit LinuxTrayHost(std::function<bool()> embedded = embeddedTrayExists,
                           std::chrono::milliseconds pause = std::chrono::seconds(5));

    bool available() override;
    bool isDark(bool darkScheme) const override;

private Q_SLOTS:
    void askForNotifierHost();

private:
    void look();
    bool exists() const { return m_notifierHost || m_embedded(); }

    const std::function<bool()> m_embedded;
    const std::chrono::milliseconds m_pause;
    bool m_notifierHost = false;
    bool m_known = false; //!< what was told last
    QTimer m_looks;
    int m_looksLeft = 0;
};

} // namespace gatehouse
