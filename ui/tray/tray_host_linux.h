// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tray/tray_host.h"

#include <QDBusVariant>
#include <QTimer>

namespace gatehouse {

//! A StatusNotifier host on the session bus, or an older tray that embeds X windows. Icons can be there
//! before either: the first is watched on the bus, the second looked for every five seconds for the first two
//! minutes, and after that when something else gives reason to.
class LinuxTrayHost final : public TrayHost
{
    Q_OBJECT

public:
    LinuxTrayHost();

    bool available() override;
    bool isDark(bool darkScheme) const override;

private Q_SLOTS:
    void askForNotifierHost();

private:
    void look();

    bool m_notifierHost = false;
    bool m_known = false; //!< what was told last
    QTimer m_looks;
    int m_looksLeft = 24;
};

} // namespace gatehouse
