// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/colors.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! At least 3 : 1 against the ground on which it is drawn (WCAG 2.1, 1.4.11).
QColor outline(const QStyleOption &option, float strength)
{
    QColor color = mutedText(option.palette);
    color.setAlphaF(option.state & QStyle::State_Enabled ? strength : 0.45F * strength);
    return color;
}

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    const bool field = element == PE_FrameLineEdit && !(option->state & State_HasFocus);
    if (!box && !field && element != PE_IndicatorRadioButton)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(outline(*option, field ? 0.6F : 1.0F));
    painter->setBrush(Qt::NoBrush);
    const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (element == PE_IndicatorRadioButton)
        painter->drawEllipse(frame.adjusted(0.5, 0.5, -0.5, -0.5));
    else
        painter->drawRoundedRect(frame, 2, 2);
    painter->restore();
}

} // namespace gatehouse
