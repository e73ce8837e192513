// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/sql.h"

#include <QDate>

namespace gatehouse {

//! Deletes some of what is older than the local day \a oldest: a slice that takes a few hundredths of a
//! second. Found: whether there is more. The spending of the month of \a today stays.
SqlReading<bool> deleteSlice(QSqlDatabase &database, QDate oldest, QDate today);

} // namespace gatehouse
