// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/sql.h"
#include "gateway/usage/usage_record.h"

namespace gatehouse {

//! The last \a limit requests, newest first, without attempts, headers and message. The port of the client is
//! not kept.
SqlReading<QList<UsageRecord>> readRequests(QSqlDatabase &database, int limit);

//! All about one; UsageRecord::id is 0 where there is none of that id.
SqlReading<UsageRecord> readDetails(QSqlDatabase &database, qint64 id);

} // namespace gatehouse
