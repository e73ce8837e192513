// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! `$1.23`, below ten cents `$0.0123`, in the digits of the locale.
QString usdText(double usd);

} // namespace gatehouse
