// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/waterfall_view.h"

#include "ui/requests/record_text.h"
#include "ui/requests/waterfall_legend.h"
#include "ui/theme/colors.h"
#include "ui/widgets/plain_tip.h"
#include "ui/widgets/state_mark.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int markSize = 10;
constexpr qreal gap = 8;

} // namespace

WaterfallView::WaterfallView(const Waterfall &waterfall, QWidget *parent)
    : QWidget(parent)
    , m_waterfall(waterfall)
{
    setObjectName(u"waterfall"_s);
    setAccessibleName(tr("Where the time went"));
    setAccessibleDescription(waterfallText(waterfall));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

qreal WaterfallView::lineHeight() const
{
    return QFontMetricsF(font()).height() + 8;
}

qreal WaterfallView::labelWidth() const
{
    const QFontMetricsF metrics(font());
    qreal widest = metrics.horizontalAdvance(tr("Gatehouse"));
    for (const Waterfall::Row &row : m_waterfall.rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.name));
    return std::min(widest + markSize + gap, width() * 0.36);
}

QRectF WaterfallView::plot() const
{
    const qreal left = labelWidth() + gap;
    return {left, 0, std::max(20.0, width() - left - 1), lineHeight() * qreal(m_waterfall.rows.size())};
}

int WaterfallView::legendLines() const
{
    const QList<LegendEntry> entries = legendOf(m_waterfall, QFontMetricsF(font()), width());
    return entries.isEmpty() ? 0 : 1 + int(entries.last().box.top() / entries.last().box.height());
}

QSize WaterfallView::sizeHint() const
{
    const qreal legend = legendLines() * (QFontMetricsF(font()).height() + 4);
    return {420, int(plot().height() + lineHeight() + gap + legend) + 1};
}

QSize WaterfallView::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void WaterfallView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry(); // the legend may take another line
}

QString WaterfallView::textAt(const QPointF &position) const
{
    const QRectF area = plot();
    for (const Waterfall::Span &span : m_waterfall.spans) {
        // Thin bars are met a little beside them too.
        if (barOf(span, m_waterfall, area).adjusted(-1, -4, 1, 4).contains(position)) {
            return tr("%1: %2 (from %3 to %4)")
                .arg(kindName(span.kind), durationText(span.to - span.from), durationText(span.from),
                     durationText(span.to));
        }
    }
    const int row = int(position.y() / lineHeight());
    return position.x() < area.left() && row >= 0 && row < m_waterfall.rows.size()
               ? m_waterfall.rows[row].name
               : QString();
}

bool WaterfallView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = textAt(QPointF(help->pos()));
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainTip(text), this);
    return true;
}

void WaterfallView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintScale(painter);
    const QRectF area = plot();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Waterfall::Span &span : m_waterfall.spans) {
        const QRectF bar = barOf(span, m_waterfall, area);
        const QBrush brush = brushOf(span.kind, palette());
        painter.fillRect(bar, brush);
        painter.setPen(brush.color());
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    paintNames(painter);
    paintLegend(painter);
}

void WaterfallView::paintNames(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    const qreal height = lineHeight();
    for (qsizetype i = 0; i < m_waterfall.rows.size(); ++i) {
        const Waterfall::Row &row = m_waterfall.rows[i];
        const qreal top = height * qreal(i);
        painter.drawPixmap(
            QPointF(0, top + (height - markSize) / 2),
            stateMark(row.failed ? Tone::Bad : Tone::Good, markSize, devicePixelRatioF(), palette()));
        const QRectF box(markSize + gap, top, labelWidth() - markSize - gap, height);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(row.name.isEmpty() ? tr("Gatehouse") : row.name, Qt::ElideMiddle,
                                            box.width()));
    }
}

void WaterfallView::paintScale(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    const QRectF area = plot();
    const qreal room = metrics.horizontalAdvance(u"000.0 ms"_s) + 2 * gap;
    const QList<double> ticks = ticksOf(m_waterfall.total, std::max(1, int(area.width() / room)));
    qreal free = area.left(); // from here no text stands
    for (const double tick : ticks) {
        const qreal x =
            m_waterfall.total > 0 ? area.left() + tick / m_waterfall.total * area.width() : area.left();
        painter.setPen(hairline(palette()));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 3));
        const QString text = tick > 0 ? roundDurationText(tick) : tr("0");
        const qreal wide = metrics.horizontalAdvance(text);
        const qreal left = std::clamp(x - wide / 2, area.left(), std::max(area.left(), area.right() - wide));
        if (left < free)
            continue;
        painter.setPen(mutedText(palette()));
        painter.drawText(QPointF(left, area.bottom() + 4 + metrics.ascent()), text);
        free = left + wide + gap;
    }
}

void WaterfallView::paintLegend(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    const qreal top = plot().bottom() + lineHeight() + gap;
    for (const LegendEntry &entry : legendOf(m_waterfall, metrics, width())) {
        const QRectF box = entry.box.translated(0, top);
        const QRectF sample = QRectF(box.topLeft(), QSizeF(metrics.ascent(), metrics.ascent()))
                                  .translated(0, (box.height() - metrics.ascent()) / 2);
        const QBrush brush = brushOf(entry.kind, palette());
        painter.fillRect(sample, brush);
        painter.setPen(brush.color());
        painter.drawRect(sample.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(box.adjusted(box.height(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         kindName(entry.kind));
    }
}

} // namespace gatehouse
