// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/chart_series.h"
#include "ui/usage/value_axis.h"

#include <QChartView>

#include <memory>

namespace gatehouse {

class ChartLayers;
class HoverBox;

//! The chart over time. The mouse, or the arrow keys, tell the values of a step; a click on a colour, or
//! Enter, chooses what it stands for.
class UsageChart final : public QChartView
{
    Q_OBJECT

public:
    explicit UsageChart(QWidget *parent = nullptr);
    ~UsageChart() override;

    void setPicture(const ChartPicture &picture);
    const ChartPicture &picture() const { return m_picture; }
    //! Where the series \a index is drawn at \a step: the middle of its part of the bar, or its point.
    QPoint placeOf(qsizetype step, qsizetype index) const;
    //! Takes the box and the mark of a step away.
    void leave();

    QSize sizeHint() const override { return {640, 260}; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! ChartSeries::key
    void chosen(const QString &key);

private:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

    void placePlot();
    //! The series below \a position at \a step; -1: none.
    qsizetype seriesAt(const QPoint &position, qsizetype step) const;
    qsizetype stepAt(const QPoint &position) const;
    double yOf(double value) const;
    double xOf(double step) const;
    void point(qsizetype step, qsizetype series, const QPoint &beside);
    void choose(qsizetype series);
    void colour();

    std::unique_ptr<ChartLayers> m_layers;
    HoverBox *m_box;
    ChartPicture m_picture;
    ValueAxis m_axis;
    QRectF m_plot;
    qsizetype m_step = -1;   //!< that is told of
    qsizetype m_series = -1; //!< that stands out
};

} // namespace gatehouse
