// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_panel.h"

#include "ui/usage/chart_legend.h"
#include "ui/usage/summary_row.h"
#include "ui/usage/usage_chart.h"
#include "ui/usage/usage_export.h"
#include "ui/usage/usage_table_model.h"
#include "ui/usage/usage_table_view.h"
#include "ui/widgets/card.h"

#include <QEvent>
#include <QHeaderView>
#include <QImage>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

UsagePanel::UsagePanel(QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_summary(new SummaryRow)
    , m_drawing(new QWidget)
    , m_chart(new UsageChart)
    , m_legend(new ChartLegend)
    , m_table(new UsageTableModel(this))
{
    m_chart->setObjectName(u"chart"_s);
    m_legend->setObjectName(u"legend"_s);
    auto *drawing = new QVBoxLayout(m_drawing);
    drawing->setContentsMargins(0, 0, 0, 0);
    drawing->setSpacing(4);
    drawing->addWidget(m_chart, 1);
    drawing->addWidget(m_legend);
    auto *chartCard = new Card;
    chartCard->body()->addWidget(m_summary);
    chartCard->body()->addWidget(m_drawing, 1);

    auto *view = new UsageTableView(m_table);
    view->setObjectName(u"table"_s);
    view->setMinimumHeight(4 * view->verticalHeader()->defaultSectionSize());
    view->horizontalHeader()->setDefaultSectionSize(96);
    view->setColumnWidth(UsageTableModel::Name, 160);
    auto *tableCard = new Card;
    tableCard->body()->addWidget(view);

    setChildrenCollapsible(false);
    setHandleWidth(12);
    addWidget(chartCard);
    addWidget(tableCard);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    connect(m_chart, &UsageChart::chosen, this, &UsagePanel::chosen);
    connect(m_legend, &ChartLegend::chosen, this, &UsagePanel::chosen);
}

//! A splitter keeps to itself that its parts need another size: what scrolls it would not hear of it.
bool UsagePanel::event(QEvent *event)
{
    const bool taken = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return taken;
}

void UsagePanel::setPicture(const ChartPicture &picture)
{
    m_chart->setPicture(picture);
    m_legend->setPicture(picture);
}

void UsagePanel::setTotals(const UsageTotals &totals)
{
    m_summary->setTotals(totals);
}

QImage UsagePanel::picture(const QString &title) const
{
    m_chart->leave();
    return pictureOf(*m_drawing, title);
}

} // namespace gatehouse
