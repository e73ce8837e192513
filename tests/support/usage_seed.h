// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

#include <QDate>
#include <QRandomGenerator>

namespace gatehouse {

//! A plausible request at \a timeMs, with everything that it can have: four providers, some of whose answers
//! are slow, fail or have no price, and eight callers.
UsageRecord plausibleRequest(QRandomGenerator &random, qint64 timeMs);

//! How much seedUsage() makes up.
struct SeedPlan
{
    QDate lastDay = QDate::currentDate();
    int days = 365; //!< up to the last
    int requestsPerDay = 10'000;
    quint32 seed = 1; //!< the same seed makes up the same requests
};

//! Fills the usage database at \a path, which must not be open, with requests that look like work: by day
//! more than by night, fewer at weekends, none of them later than now. Says why where it fails, else nothing.
QString seedUsage(const QString &path, const SeedPlan &plan);

} // namespace gatehouse
