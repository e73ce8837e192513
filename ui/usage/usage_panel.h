// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/chart_series.h"

#include <QSplitter>

namespace gatehouse {

class ChartLegend;
class SummaryRow;
class UsageChart;
class UsageTableModel;

//! What a page of usage shows where there is some: the figures, the chart with its legend, the table.
class UsagePanel final : public QSplitter
{
    Q_OBJECT

public:
    explicit UsagePanel(QWidget *parent = nullptr);

    void setPicture(const ChartPicture &picture);
    void setTotals(const UsageTotals &totals);
    UsageTableModel &table() const { return *m_table; }
    //! The chart and its legend at twice their size.
    QImage picture(const QString &title) const;

Q_SIGNALS:
    //! A key was chosen in the chart or its legend.
    void chosen(const QString &key);

private:
    bool event(QEvent *event) override;

    SummaryRow *m_summary;
    QWidget *m_drawing;
    UsageChart *m_chart;
    ChartLegend *m_legend;
    UsageTableModel *m_table;
};

} // namespace gatehouse
