// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/sql.h"
#include "gateway/usage/usage_query.h"

namespace gatehouse {

//! Adds up the hours or the days that \a query asks for. UsageTable::problem is left empty.
SqlReading<UsageTable> readTotals(QSqlDatabase &database, const UsageQuery &query);

//! The same from the file at \a path, for another process than the one that writes: over a connection of its
//! own that cannot write and is closed again. Waits for a lock for two seconds at most.
UsageTable readOnlyTotals(const QString &path, const UsageQuery &query);

} // namespace gatehouse
