// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/figures_grid.h"

#include "ui/widgets/plain_label.h"

#include <QEvent>
#include <QGridLayout>

namespace gatehouse {

FiguresGrid::FiguresGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("figures"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(20);
    m_grid->setVerticalSpacing(3);
}

void FiguresGrid::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

//! A column for each figure: that takes less height, and there are few.
void FiguresGrid::setFigures(const QList<Figure> &figures)
{
    clear();
    m_figures = figures;
    m_grid->addWidget(new PlainLabel(tr("First"), PlainLabel::Muted), 1, 0);
    m_grid->addWidget(new PlainLabel(tr("New"), PlainLabel::Muted), 2, 0);
    for (int i = 0; i < figures.size(); ++i) {
        const Figure &figure = figures[i];
        m_grid->addWidget(new PlainLabel(figure.name, PlainLabel::Muted), 0, i + 1, Qt::AlignBottom);
        m_grid->addWidget(new PlainLabel(figure.first), 1, i + 1);
        auto *second = new PlainLabel(figure.second, PlainLabel::Strong);
        m_grid->addWidget(second, 2, i + 1);
        m_grid->addWidget(new PlainLabel(figure.change), 3, i + 1);
        second->setAccessibleName(figure.name + QStringLiteral(": ") + figure.second + u' ' + figure.change);
        m_grid->setColumnStretch(i + 1, 1);
    }
    colour();
}

void FiguresGrid::colour()
{
    for (int i = 0; i < m_figures.size(); ++i) {
        QPalette toned;
        toned.setColor(QPalette::WindowText, toneColor(m_figures[i].tone, palette()));
        m_grid->itemAtPosition(3, i + 1)->widget()->setPalette(toned);
    }
}

void FiguresGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace gatehouse
