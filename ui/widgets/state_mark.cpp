// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/state_mark.h"

#include <QGuiApplication>
#include <QPainter>

namespace gatehouse {
namespace {

//! \a ground is what lies around it.
void drawMark(QPainter &painter, Tone tone, const QRectF &box, const QColor &color, const QColor &ground)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (tone) {
    case Tone::Good:
        painter.drawEllipse(box);
        return;
    case Tone::Warning:
        painter.drawPolygon(
            QPolygonF({QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()}));
        return;
    case Tone::Bad: {
        painter.drawRoundedRect(box, box.width() / 6, box.width() / 6);
        const qreal thickness = box.height() / 5;
        painter.setBrush(ground);
        painter.drawRect(QRectF(box.left() + box.width() / 5, box.center().y() - thickness / 2,
                                box.width() * 3 / 5, thickness));
        return;
    }
    case Tone::Accent:
        painter.drawPolygon(
            QPolygonF({QPointF(box.center().x(), box.top()), QPointF(box.right(), box.center().y()),
                       QPointF(box.center().x(), box.bottom()), QPointF(box.left(), box.center().y())}));
        return;
    case Tone::Neutral:
        break;
    }
    const qreal width = box.width() / 6;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width));
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

QPixmap pixmapOf(Tone tone, int size, qreal ratio, const QColor &color, const QColor &ground)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawMark(painter, tone, QRectF(0.5, 0.5, size - 1, size - 1), color, ground);
    return pixmap;
}

} // namespace

QPixmap stateMark(Tone tone, int size, qreal ratio, const QPalette &palette)
{
    return pixmapOf(tone, size, ratio, toneColor(tone, palette), palette.color(QPalette::Base));
}

QIcon stateIcon(Tone tone, int size)
{
    const QPalette palette = QGuiApplication::palette();
    const qreal ratio = qGuiApp->devicePixelRatio();
    QIcon icon(stateMark(tone, size, ratio, palette));
    // No tone is seen well on a highlight: there the shape alone tells.
    icon.addPixmap(pixmapOf(tone, size, ratio, palette.color(QPalette::HighlightedText),
                            palette.color(QPalette::Highlight)),
                   QIcon::Selected);
    return icon;
}

StateMark::StateMark(int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setFixedSize(size, size);
}

void StateMark::set(Tone tone, const QString &name)
{
    m_tone = tone;
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawMark(painter, m_tone, QRectF(0.5, 0.5, m_size - 1, m_size - 1), toneColor(m_tone, palette()),
             palette().color(QPalette::Base));
}

} // namespace gatehouse
