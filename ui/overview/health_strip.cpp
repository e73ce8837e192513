// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/health_strip.h"

#include "ui/theme/colors.h"

#include <QPainter>

namespace gatehouse {
namespace {

struct Look
{
    QColor colour;
    double share; //!< of the height
};

Look lookOf(HourHealth health, const QPalette &palette)
{
    switch (health) {
    case HourHealth::Good:
        return {toneColor(Tone::Good, palette), 1};
    case HourHealth::SomeFailed:
        return {toneColor(Tone::Warning, palette), 0.7};
    case HourHealth::MostlyFailed:
        return {toneColor(Tone::Bad, palette), 0.4};
    case HourHealth::Nothing:
        break;
    }
    return {hairline(palette), 0.15};
}

} // namespace

HourHealth healthOf(const HourCount &hour)
{
    const qint64 ended = hour.requests - hour.abandoned;
    if (ended <= 0)
        return HourHealth::Nothing;
    if (hour.failed == 0)
        return HourHealth::Good;
    return 2 * hour.failed < ended ? HourHealth::SomeFailed : HourHealth::MostlyFailed;
}

HealthStrip::HealthStrip(QWidget *parent)
    : HourStrip(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void HealthStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < int(hours().size()); ++i) {
        const QRectF slot = slotRect(i);
        if (i == pointedAt()) {
            painter.setBrush(hairline(palette()));
            painter.drawRect(slot);
        }
        const Look look = lookOf(healthOf(hours()[i]), palette());
        const double high = slot.height() * look.share;
        painter.setBrush(look.colour);
        painter.drawRoundedRect(QRectF(slot.left() + 0.5, slot.bottom() - high, slot.width() - 1, high), 1,
                                1);
    }
}

} // namespace gatehouse
