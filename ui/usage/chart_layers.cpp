// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/chart_layers.h"

#include "ui/theme/colors.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPen>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace gatehouse {
namespace {

constexpr qsizetype fewSteps = 62; //!< so that single points can be seen

} // namespace

double barShare(qsizetype steps)
{
    return steps <= fewSteps ? 0.72 : 1;
}

double stackedAt(const ChartPicture &picture, qsizetype step, qsizetype index)
{
    double sum = 0;
    for (qsizetype i = 0; i <= index; ++i)
        sum += picture.series[i].values[step];
    return sum;
}

double highestOf(const ChartPicture &picture)
{
    double highest = 0;
    for (qsizetype step = 0; step < picture.span.starts.size(); ++step) {
        double sum = 0;
        for (const ChartSeries &series : picture.series) {
            const double value = series.values[step];
            if (isAmount(picture.measure))
                sum += value;
            else if (value > sum) // false for NaN
                sum = value;
        }
        highest = std::max(highest, sum);
    }
    return highest;
}

ChartLayers::ChartLayers(QChart *chart)
    : m_time(new QValueAxis(chart))
    , m_value(new QValueAxis(chart))
{
    for (QValueAxis *axis : {m_time, m_value}) {
        axis->setVisible(false); // UsageChart draws its own: those of Qt Charts know no full hours and months
        axis->setGridLineVisible(false);
        axis->setLabelsVisible(false);
    }
    chart->addAxis(m_time, Qt::AlignBottom);
    chart->addAxis(m_value, Qt::AlignLeft);
    for (qsizetype i = 0; i <= mostKeys; ++i) {
        auto *upper = new QLineSeries(chart);
        auto *lower = new QLineSeries(chart);
        auto *area = new QAreaSeries(upper, lower);
        area->setPen(Qt::NoPen);
        m_bars.append({upper, lower, area});
        add(chart, area);
    }
    for (qsizetype i = 0; i < mostSeries; ++i) {
        m_lines.append(new QLineSeries);
        add(chart, m_lines.last());
    }
}

void ChartLayers::add(QChart *chart, QAbstractSeries *series)
{
    series->setVisible(false);
    chart->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_value);
}

void ChartLayers::setPicture(const ChartPicture &picture, const ValueAxis &axis)
{
    m_time->setRange(-0.5, double(picture.span.starts.size()) - 0.5);
    m_value->setRange(0, axis.top);
    const bool amount = isAmount(picture.measure);
    for (qsizetype i = 0; i < m_bars.size(); ++i)
        m_bars[i].area->setVisible(amount && i < picture.series.size());
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setVisible(!amount && i < picture.series.size());
    if (amount)
        setBars(picture);
    else
        setLines(picture);
}

void ChartLayers::setBars(const ChartPicture &picture)
{
    const double half = barShare(picture.span.starts.size()) / 2;
    QList<double> base(picture.span.starts.size(), 0.0);
    for (qsizetype i = 0; i < picture.series.size() && i < m_bars.size(); ++i) {
        const QList<double> &values = picture.series[i].values;
        QList<QPointF> upper;
        QList<QPointF> lower;
        for (qsizetype step = 0; step < values.size(); ++step) {
            const double left = double(step) - half;
            const double right = double(step) + half;
            const double bottom = base[step];
            const double top = bottom + std::max(values[step], 0.0);
            upper.append({{left, top}, {right, top}});
            lower.append({{left, bottom}, {right, bottom}});
            if (half < 0.5) { // both edges are the same between bars: no area lies there
                upper.insert(upper.size() - 2, {left, bottom});
                upper.append({right, bottom});
            }
            base[step] = top;
        }
        m_bars[i].upper->replace(upper);
        m_bars[i].lower->replace(lower);
    }
}

void ChartLayers::setLines(const ChartPicture &picture)
{
    for (qsizetype i = 0; i < picture.series.size() && i < m_lines.size(); ++i) {
        const QList<double> &values = picture.series[i].values;
        QList<QPointF> points;
        for (qsizetype step = 0; step < values.size(); ++step) {
            if (!std::isnan(values[step]))
                points.append({double(step), values[step]});
        }
        m_lines[i]->setPointsVisible(picture.span.starts.size() <= fewSteps && !picture.series[i].dashed);
        m_lines[i]->replace(points);
    }
}

void ChartLayers::setColours(const ChartPicture &picture, const QPalette &palette)
{
    for (qsizetype i = 0; i < picture.series.size(); ++i) {
        const ChartSeries &series = picture.series[i];
        const QColor colour = seriesColor(series.colour, palette);
        if (i < m_bars.size())
            m_bars[i].area->setBrush(colour);
        QPen pen(colour, series.dashed ? 1.25 : 2);
        pen.setStyle(series.dashed ? Qt::DotLine : Qt::SolidLine);
        pen.setCosmetic(true);
        if (i < m_lines.size())
            m_lines[i]->setPen(pen);
    }
}

} // namespace gatehouse
