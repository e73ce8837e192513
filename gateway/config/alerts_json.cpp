// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/fields.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

void readFields(ObjectReader &reader, AlertRules &alerts)
{
    reader.read("webhookUrl"_L1, alerts.webhookUrl);
    reader.read("errorRatePercent"_L1, alerts.errorRatePercent);
}

} // namespace gatehouse
