// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/chart_series.h"
#include "ui/usage/value_axis.h"

#include <QList>
#include <QPalette>
#include <QPointF>

class QAbstractSeries;
class QAreaSeries;
class QChart;
class QLineSeries;
class QValueAxis;

namespace gatehouse {

//! The series of a QChart, made once and given other points as the picture changes. Bars are areas: one item
//! for each colour is drawn many times sooner than one for each bar. Steps stand at 0, 1, 2, … on the
//! time axis, so that days of 23 hours are as wide as others.
class ChartLayers final
{
public:
    explicit ChartLayers(QChart *chart);

    void setPicture(const ChartPicture &picture, const ValueAxis &axis);
    void setColours(const ChartPicture &picture, const QPalette &palette);

private:
    struct Bars
    {
        QLineSeries *upper;
        QLineSeries *lower;
        QAreaSeries *area;
    };
    void add(QChart *chart, QAbstractSeries *series);
    void setBars(const ChartPicture &picture);
    void setLines(const ChartPicture &picture);

    QValueAxis *m_time;
    QValueAxis *m_value;
    QList<Bars> m_bars;
    QList<QLineSeries *> m_lines;
};

//! How much of a step its bar takes, from 0 to 1.
double barShare(qsizetype steps);
//! What all of an amount comes to at \a step, from the bottom up to and with the series \a index.
double stackedAt(const ChartPicture &picture, qsizetype step, qsizetype index);
//! The largest value that is drawn.
double highestOf(const ChartPicture &picture);

} // namespace gatehouse
