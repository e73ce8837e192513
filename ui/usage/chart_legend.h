// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/chart_series.h"

#include <QWidget>

namespace gatehouse {

class FlowLayout;

//! Names the colours of the chart. A name that can be filtered by is a button.
class ChartLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget *parent = nullptr);

    void setPicture(const ChartPicture &picture);

Q_SIGNALS:
    void chosen(const QString &key);

private:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void claimHeight();
    void build();
    void addEntry(const ChartSeries &series);

    FlowLayout *m_layout;
    QList<ChartSeries> m_entries; //!< without their values
    qsizetype m_leftOut = 0;
};

} // namespace gatehouse
