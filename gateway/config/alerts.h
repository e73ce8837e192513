// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! When and whom to tell that something is wrong.
struct AlertRules
{
    QString webhookUrl = {};   //!< gets a POST with JSON for each alert; empty: nobody does
    int errorRatePercent = 50; //!< of a provider's answers within five minutes; 0: never

    bool operator==(const AlertRules &) const = default;
};

} // namespace gatehouse
