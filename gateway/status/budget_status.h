// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/client.h"

#include <QString>

#include <optional>

namespace gatehouse {

//! How much of a budget is spent, in US dollars.
struct BudgetStatus
{
    QString client = {}; //!< Client::name; empty: of all requests together
    Budget budget = {};
    double spentToday = 0;
    double spentThisMonth = 0;
    bool lifted = false;                //!< by a person, until the period ends
    std::optional<qint64> untilMs = {}; //!< while it is used up: UTC, when the period ends

    bool operator==(const BudgetStatus &) const = default;
};

} // namespace gatehouse
