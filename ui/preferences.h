// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/appearance.h"

#include <QString>

namespace gatehouse {

//! What a person has chosen for the program itself. Kept apart from config.json, in the data folder.
struct Preferences
{
    Appearance appearance = Appearance::System;
    QString language = {};                     //!< such as `zh_CN`; empty: the system's
    bool startGateway = true;                  //!< when the program starts
    bool pausePaid = false;                    //!< only local providers are asked
    bool notifications = true;                 //!< from the tray
    QString logLevel = QStringLiteral("info"); //!< as --log-level

    bool operator==(const Preferences &) const = default;
};

} // namespace gatehouse
