// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/chart_legend.h"

#include "ui/theme/colors.h"
#include "ui/usage/flow_layout.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/plain_tip.h"

#include <QEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int longestEntry = 220; //!< pixels of a name

//! A square for what fills an area, a stroke for what is a line.
QPixmap swatch(const ChartSeries &series, bool line, const QWidget &widget)
{
    const qreal ratio = widget.devicePixelRatioF();
    QPixmap pixmap(QSizeF(14 * ratio, 12 * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = seriesColor(series.colour, widget.palette());
    if (line) {
        painter.setPen(QPen(colour, 2.5, series.dashed ? Qt::DotLine : Qt::SolidLine));
        painter.drawLine(QPointF(0, 6), QPointF(14, 6));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(1, 1, 11, 10), 2, 2);
    }
    return pixmap;
}

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(4, 0, this))
{
    setAccessibleName(tr("Legend"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setPicture(const ChartPicture &picture)
{
    const bool lines = !isAmount(picture.measure);
    QList<ChartSeries> entries = picture.series;
    for (ChartSeries &entry : entries)
        entry.values = lines ? QList<double>{0} : QList<double>{};
    // The p95 of a key is the dotted line in the colour of its median.
    entries.removeIf([](const ChartSeries &entry) { return entry.dashed && entry.key; });
    if (entries == m_entries && picture.leftOut == m_leftOut)
        return;
    m_entries = entries;
    m_leftOut = picture.leftOut;
    build();
}

void ChartLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        build();
}

void ChartLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    claimHeight();
}

//! All its rows: the splitter around it does not ask for a height that depends on the width.
void ChartLegend::claimHeight()
{
    setMinimumHeight(m_layout->heightForWidth(width()));
}

void ChartLegend::build()
{
    QString focused;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget()->hasFocus())
            focused = item->widget()->accessibleName();
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    for (const ChartSeries &series : std::as_const(m_entries))
        addEntry(series);
    if (m_leftOut > 0) {
        auto *more = new PlainLabel(tr("%Ln more in the table", nullptr, int(m_leftOut)), PlainLabel::Muted);
        more->setWordWrap(false);
        m_layout->addWidget(more);
    }
    for (int i = 0; !focused.isEmpty() && i < m_layout->count(); ++i) {
        if (m_layout->itemAt(i)->widget()->accessibleName() == focused)
            m_layout->itemAt(i)->widget()->setFocus();
    }
    claimHeight();
    updateGeometry();
}

void ChartLegend::addEntry(const ChartSeries &series)
{
    auto *button = new QToolButton;
    button->setObjectName(u"legendEntry"_s);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(swatch(series, !series.values.isEmpty(), *this));
    button->setIconSize({14, 12});
    const QString shown = fontMetrics().elidedText(series.name, Qt::ElideMiddle, longestEntry);
    button->setText(QString(shown).replace(u'&', u"&&"_s));
    button->setAccessibleName(series.name);
    button->setFixedHeight(fontMetrics().height() + 10); // scripts with taller letters stay in line
    if (series.key) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(plainTip(tr("Show only %1").arg(series.name)));
        connect(button, &QToolButton::clicked, this, [this, key = *series.key] { Q_EMIT chosen(key); });
    } else {
        button->setFocusPolicy(Qt::NoFocus);
        button->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    m_layout->addWidget(button);
}

} // namespace gatehouse
