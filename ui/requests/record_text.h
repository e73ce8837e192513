// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

#include <QDateTime>
#include <QString>

namespace gatehouse {

//! Stands where a value is not known.
QString noValue();

//! $0.0123 for little, $1.23 for more; never $0 for what is not known.
QString costText(const std::optional<double> &usd);
//! Milliseconds below a second, then seconds, then minutes; nothing for what is negative or no number.
QString durationText(double milliseconds);
//! The same for the steps of a scale: no more digits than it needs.
QString roundDurationText(double milliseconds);
//! `1,234 / 56`, with `≈` before it where the figures are a guess.
QString tokensText(const UsageRecord &record);
//! The client's name, or the program's where it sent no key; empty where neither is known.
QString callerOf(const UsageRecord &record);
//! `PROVIDER/MODEL` as it was asked last; empty where nobody was.
QString answeredBy(const UsageRecord &record);
//! The time of day for \a ms of the day of \a now, else with its date.
QString timeText(qint64 ms, const QDateTime &now);

//! Text from outside in one line of at most \a longest characters, without what steers a display.
QString oneLine(const QString &text, qsizetype longest = 300);
QString oneLine(const QByteArray &utf8, qsizetype longest = 300);

} // namespace gatehouse
