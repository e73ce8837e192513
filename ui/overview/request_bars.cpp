// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/request_bars.h"

#include "ui/theme/colors.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int highest = 52;
constexpr int hoursBetweenTimes = 6;
constexpr double leastBar = 2; //!< a single request among thousands is still seen

} // namespace

RequestBars::RequestBars(QWidget *parent)
    : HourStrip(parent)
{
    setAccessibleName(tr("Requests by hour"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RequestBars::sizeHint() const
{
    return {24 * 20, highest + 4 + fontMetrics().height()};
}

QSize RequestBars::minimumSizeHint() const
{
    return {24 * 8, sizeHint().height()};
}

int RequestBars::barsHeight() const
{
    return height() - 4 - fontMetrics().height();
}

void RequestBars::paintEvent(QPaintEvent *)
{
    if (hours().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int ground = barsHeight();
    painter.fillRect(QRectF(0, ground, width(), 1), hairline(palette()));
    qint64 most = 1;
    for (const HourCount &hour : hours())
        most = std::max(most, hour.requests);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < int(hours().size()); ++i) {
        const QRectF slot = slotRect(i);
        if (i == pointedAt()) {
            painter.setBrush(toneGround(Tone::Accent, palette()));
            painter.drawRect(QRectF(slot.left(), 0, slot.width(), ground));
        }
        if (hours()[i].requests == 0)
            continue;
        const double high = std::max(leastBar, double(ground) * double(hours()[i].requests) / double(most));
        painter.setBrush(toneColor(Tone::Accent, palette()));
        painter.drawRoundedRect(QRectF(slot.left() + 2, ground - high, slot.width() - 4, high), 2, 2);
    }
    paintTimes(painter);
}

void RequestBars::paintTimes(QPainter &painter) const
{
    painter.setPen(mutedText(palette()));
    const int top = height() - fontMetrics().height();
    for (int i = 0; i < int(hours().size()); i += hoursBetweenTimes) {
        const QDateTime start = QDateTime::fromMSecsSinceEpoch(hours()[i].startMs);
        const QRectF place(slotRect(i).left() + 2, top, slotRect(i).width() * hoursBetweenTimes,
                           fontMetrics().height());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         QLocale().toString(start.time(), u"HH:mm"_s));
    }
    painter.drawText(QRectF(0, top, width() - 2, fontMetrics().height()), Qt::AlignRight | Qt::AlignVCenter,
                     tr("now"));
}

} // namespace gatehouse
