// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/latency_histogram.h"
#include "gateway/usage/sql.h"
#include "gateway/usage/usage_query.h"

#include <QHash>

#include <span>

namespace gatehouse {

//! What totals are kept by.
struct RollupKey
{
    qint64 step = 0; //!< the hour since 1970 in UTC, or the local day as a number
    QString provider = {};
    QString model = {};  //!< the provider's name for it; empty where no provider was chosen
    QString caller = {}; //!< the client, else the program

    bool operator==(const RollupKey &) const = default;
};

size_t qHash(const RollupKey &key, size_t seed = 0);

//! What the requests under one key come to.
struct Rollup
{
    UsageTotals totals = {}; //!< without percentiles
    LatencyHistogram firstBytes = {};
};

inline constexpr qint64 hourMs = 3'600'000;

//! Adds the \a records to the totals by hour, by day and by client's spending, inside the caller's
//! transaction.
SqlOutcome addToRollups(QSqlDatabase &database, std::span<const UsageRecord> records);

} // namespace gatehouse
