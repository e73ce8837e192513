// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_query.h"

namespace gatehouse {

//! Answers by adding up records one by one, with exact percentiles, and with the C library's calendar.
class BruteForce final
{
public:
    //! \a records outlive it, and the time zone stays.
    explicit BruteForce(const QList<UsageRecord> &records);

    UsageTable answer(const UsageQuery &query) const;

private:
    const QList<UsageRecord> &m_records;
    QList<qint64> m_days; //!< when the day of each began
};

//! What sets the two apart: all figures must be the same, percentiles within 5 %. Empty: nothing.
QString differenceOf(const UsageTable &found, const UsageTable &exact);

} // namespace gatehouse
