// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/measure.h"
#include "ui/usage/usage_range.h"

#include <functional>

namespace gatehouse {

//! One colour of the chart over time.
struct ChartSeries
{
    QString name = {};
    std::optional<QString> key = {}; //!< what a click on it filters by; none: nothing
    int colour = 0;                  //!< for seriesColor()
    bool dashed = false;
    QList<double> values = {}; //!< by step, as valueOf(); NaN: nothing is known

    bool operator==(const ChartSeries &) const = default;
};

//! What the chart shows.
struct ChartPicture
{
    UsageSpan span = {};
    Measure measure = Measure::Requests;
    QList<ChartSeries> series = {}; //!< from the bottom up, or simply in order; at most mostSeries
    qsizetype leftOut = 0;          //!< keys that are neither shown nor part of "Other"

    bool operator==(const ChartPicture &) const = default;
};

constexpr qsizetype mostKeys = 8;    //!< that have a series of their own
constexpr qsizetype mostSeries = 16; //!< two for each key

//! \a table as series, the largest first, those beyond mostKeys added up as "Other". Steps that \a table
//! leaves out are zero where measure is an amount. \a nameOf gives a key's name.
ChartPicture chartOf(const UsageTable &table, const UsageSpan &span, Measure measure, UsageKey by,
                     const std::function<QString(const QString &)> &nameOf);

} // namespace gatehouse
