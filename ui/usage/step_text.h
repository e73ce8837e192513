// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/usage_range.h"

#include <QLocale>

namespace gatehouse {

//! Day and month as \a locale writes them, short: `d MMM`, `MMM d`, `M月d日`; for QLocale::toString().
QString dayFormat(const QLocale &locale);

//! The hour or day \a index of \a span in \a zone, as in a table.
QString stepText(const UsageSpan &span, qsizetype index, const QTimeZone &zone);
//! The same with all that belongs to it, as in a title.
QString stepTitle(const UsageSpan &span, qsizetype index, const QTimeZone &zone);
//! The same for machines: ISO 8601, an hour with its offset from UTC.
QString stepIso(const UsageSpan &span, qsizetype index, const QTimeZone &zone);

//! A mark on the time axis.
struct TimeTick
{
    qsizetype step = 0;
    QString text = {};
};

//! At most \a most marks, at full hours, days, weeks or months.
QList<TimeTick> timeTicks(const UsageSpan &span, const QTimeZone &zone, int most);

} // namespace gatehouse
