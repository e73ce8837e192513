// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/spending.h"
#include "gateway/usage/sql.h"

namespace gatehouse {

//! What was spent on \a today and in its month. SpendingTable::problem is left empty.
SqlReading<SpendingTable> readSpending(QSqlDatabase &database, QDate today);

} // namespace gatehouse
