// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/usage/usage_query.h"

#include <QDateTime>

namespace gatehouse {

//! What `gatehoused usage` is asked for.
struct UsageReport
{
    enum By { Model, Provider, Client, Day, Hour };
    enum Form { Text, Json, Csv };

    QString since = QStringLiteral("7d"); //!< `today`, `7d`, `24h` or `2026-11-01`
    By by = Model;
    Form form = Text;

    bool operator==(const UsageReport &) const = default;
};

//! When \a since was, seen from \a now: days begin at midnight here, and count today; hours are whole ones of
//! UTC. Errors: what it may be.
Result<QDateTime> beginningOf(const QString &since, const QDateTime &now);

//! The question that \a report comes to, up to \a now.
Result<UsageQuery> queryOf(const UsageReport &report, const QDateTime &now);

//! \a table as it is printed, with a line end behind each line.
QByteArray reportText(const UsageReport &report, const UsageQuery &query, const UsageTable &table);

} // namespace gatehouse
