// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/chart_series.h"

#include "ui/theme/colors.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <limits>

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct ChartSeriesWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::UsagePage)
};

constexpr double noFigure = std::numeric_limits<double>::quiet_NaN();

using Value = std::function<double(const UsageTotals &)>;

QList<double> valuesOf(const QList<UsageTotals> &steps, const Value &value)
{
    QList<double> values;
    values.reserve(steps.size());
    for (const UsageTotals &totals : steps)
        values.append(value(totals));
    return values;
}

double p95(const UsageTotals &totals)
{
    return totals.firstByteP95.value_or(noFigure);
}

//! Which keys are shown, the largest first.
QList<UsageRow> ranked(const UsageTable &table, Measure measure)
{
    QList<UsageRow> keys = table.keys;
    const Measure order = isAmount(measure) ? measure : Measure::Requests;
    std::stable_sort(keys.begin(), keys.end(), [order](const UsageRow &one, const UsageRow &other) {
        return valueOf(order, one.totals) > valueOf(order, other.totals);
    });
    return keys;
}

//! By key, by step.
QHash<QString, QList<UsageTotals>> spread(const UsageTable &table, const UsageSpan &span)
{
    QHash<QString, QList<UsageTotals>> steps;
    for (const UsageRow &row : table.rows) {
        const qsizetype at = span.stepAt(row.startMs);
        if (at < 0)
            continue;
        QList<UsageTotals> &list = steps[row.key];
        list.resize(span.starts.size());
        list[at] += row.totals;
        list[at].firstByteP50 = row.totals.firstByteP50;
        list[at].firstByteP95 = row.totals.firstByteP95;
    }
    return steps;
}

QList<ChartSeries> wholeSeries(const QList<UsageTotals> &steps, Measure measure)
{
    const auto part = [&](const QString &name, int colour, qint64 TokenParts::*field) {
        return ChartSeries{name, {}, colour, false, valuesOf(steps, [field](const UsageTotals &totals) {
                               return double(partsOf(totals.tokens).*field);
                           })};
    };
    const auto value = [measure](const UsageTotals &totals) { return valueOf(measure, totals); };
    switch (measure) {
    case Measure::Tokens:
        return {part(ChartSeriesWords::tr("Input, not cached"), 0, &TokenParts::fresh),
                part(ChartSeriesWords::tr("Input, cached"), 1, &TokenParts::cached),
                part(ChartSeriesWords::tr("Output"), 2, &TokenParts::answer),
                part(ChartSeriesWords::tr("Reasoning"), 3, &TokenParts::reasoning)};
    case Measure::FirstByte:
        return {{ChartSeriesWords::tr("Median (p50)"), {}, 0, false, valuesOf(steps, value)},
                {ChartSeriesWords::tr("Slowest 5 % (p95)"), {}, 1, true, valuesOf(steps, p95)}};
    case Measure::Cost:
        return {{ChartSeriesWords::tr("Cost"), {}, 0, false, valuesOf(steps, value)}};
    case Measure::ErrorRate:
        return {{ChartSeriesWords::tr("Error rate"), {}, 0, false, valuesOf(steps, value)}};
    case Measure::Requests:
        break;
    }
    return {{ChartSeriesWords::tr("Requests"), {}, 0, false, valuesOf(steps, value)}};
}

} // namespace

ChartPicture chartOf(const UsageTable &table, const UsageSpan &span, Measure measure, UsageKey by,
                     const std::function<QString(const QString &)> &nameOf)
{
    ChartPicture picture{span, measure};
    const QList<UsageTotals> nothing(span.starts.size());
    const QHash<QString, QList<UsageTotals>> steps = spread(table, span);
    if (by == UsageKey::None) {
        picture.series = wholeSeries(steps.value({}, nothing), measure);
        return picture;
    }
    const auto value = [measure](const UsageTotals &totals) { return valueOf(measure, totals); };
    const QList<UsageRow> keys = ranked(table, measure);
    const qsizetype shown = std::min(keys.size(), mostKeys);
    for (qsizetype i = 0; i < shown; ++i) {
        const QString &key = keys[i].key;
        const QList<UsageTotals> totals = steps.value(key, nothing);
        picture.series.append({nameOf(key), key, int(i), false, valuesOf(totals, value)});
        if (measure == Measure::FirstByte)
            picture.series.append(
                {ChartSeriesWords::tr("%1, p95").arg(nameOf(key)), key, int(i), true, valuesOf(totals, p95)});
    }
    if (shown == keys.size())
        return picture;
    if (measure == Measure::FirstByte) { // percentiles do not add up
        picture.leftOut = keys.size() - shown;
        return picture;
    }
    QList<UsageTotals> others = nothing;
    for (qsizetype i = shown; i < keys.size(); ++i) {
        const QList<UsageTotals> totals = steps.value(keys[i].key, nothing);
        for (qsizetype step = 0; step < others.size(); ++step)
            others[step] += totals[step];
    }
    picture.series.append({ChartSeriesWords::tr("Other"), {}, otherSeries, false, valuesOf(others, value)});
    return picture;
}

} // namespace gatehouse
