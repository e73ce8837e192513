// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace gatehouse {

//! Whether there is a place for tray icons, and when that changes.
class TrayHost : public QObject
{
    Q_OBJECT

public:
    virtual bool available() = 0;
    //! Whether it is dark where icons stand, as far as that can be known, when the system's scheme is
    //! dark or not.
    virtual bool isDark(bool darkScheme) const { return darkScheme; }

Q_SIGNALS:
    void changed();
};

//! The one of this system; never null.
std::unique_ptr<TrayHost> systemTrayHost();

} // namespace gatehouse
