// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_host.h"

#include <QSystemTrayIcon>

namespace gatehouse {
namespace {

//! Where the desktop always has a tray, and Qt knows when it is made anew.
class DesktopTrayHost final : public TrayHost
{
public:
    bool available() override { return QSystemTrayIcon::isSystemTrayAvailable(); }
};

} // namespace

std::unique_ptr<TrayHost> systemTrayHost()
{
    return std::make_unique<DesktopTrayHost>();
}

} // namespace gatehouse
