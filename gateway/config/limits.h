// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gatehouse {

//! How much may be asked of a provider, or by a client. 0 = no limit.
struct Limits
{
    int requestsPerMinute = 0;
    qint64 tokensPerMinute = 0;
    int concurrent = 0;

    bool operator==(const Limits &) const = default;
};

} // namespace gatehouse
