// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

#include <functional>

class QMenu;

namespace gatehouse {

struct RequestsFilter;

//! What the entries of the menu of a request do.
struct RequestMenuCalls
{
    std::function<void()> copyDetails;
    std::function<void(const RequestsFilter &)> filter;
    std::function<void()> resend; //!< null: its bodies were not recorded
    std::function<void()> forget; //!< the same
};

//! Fills \a menu for \a record. \a filter is the one that is in force: a chosen entry adds to it.
void fillRequestMenu(QMenu &menu, const UsageRecord &record, const RequestsFilter &filter,
                     const RequestMenuCalls &calls);

} // namespace gatehouse
