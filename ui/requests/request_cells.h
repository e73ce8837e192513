// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/requests_model.h"

namespace gatehouse {

//! What stands in \a column for \a record.
QString cellText(const UsageRecord &record, RequestsModel::Column column);
//! The same in full, and what else there is to say.
QString cellTip(const UsageRecord &record, RequestsModel::Column column);
//! By what the column is sorted.
QVariant cellOrder(const UsageRecord &record, RequestsModel::Column column);
QString columnTitle(RequestsModel::Column column);

} // namespace gatehouse
