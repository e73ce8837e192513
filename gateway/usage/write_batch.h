// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/sql.h"
#include "gateway/usage/usage_record.h"

namespace gatehouse {

//! Writes the first \a count records of \a queue with all that belongs to them, or nothing. They have
//! ascending ids and are storable(). Where another process took an id meanwhile, the whole queue is numbered
//! anew.
SqlOutcome writeBatch(QSqlDatabase &database, QList<UsageRecord> &queue, qsizetype count);

} // namespace gatehouse
