// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/hour_strip.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace gatehouse {

QString hourText(qint64 startMs)
{
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(startMs);
    const QLocale locale;
    return locale.toString(start.time(), u"HH:mm"_s) + u'–' +
           locale.toString(start.addSecs(3600).time(), u"HH:mm"_s);
}

QString requestsText(qint64 requests, qint64 failed)
{
    const QLocale locale;
    if (requests == 0)
        return HourStrip::tr("no requests");
    const QString all = requests == 1 ? HourStrip::tr("1 request")
                                      : HourStrip::tr("%1 requests").arg(locale.toString(requests));
    return failed == 0 ? all : HourStrip::tr("%1, %2 failed").arg(all, locale.toString(failed));
}

HourStrip::HourStrip(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
}

void HourStrip::setHours(const LastHours &hours)
{
    if (hours == m_hours)
        return;
    m_hours = hours;
    qint64 requests = 0;
    qint64 failed = 0;
    for (const HourCount &hour : hours) {
        requests += hour.requests;
        failed += hour.failed;
    }
    setAccessibleDescription(tr("Last 24 hours: %1").arg(requestsText(requests, failed)));
    update();
}

int HourStrip::slotAt(int x) const
{
    if (m_hours.isEmpty() || x < 0 || x >= width())
        return -1;
    return int(qint64(x) * m_hours.size() / width());
}

QString HourStrip::slotText(int slot) const
{
    const HourCount &hour = m_hours[slot];
    return tr("%1: %2").arg(hourText(hour.startMs), requestsText(hour.requests, hour.failed));
}

QRectF HourStrip::slotRect(int slot) const
{
    const double each = double(width()) / double(m_hours.size());
    return {slot * each, 0, each, double(height())};
}

bool HourStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    pointAt(slotAt(static_cast<QHelpEvent *>(event)->pos().x()));
    return true;
}

void HourStrip::mouseMoveEvent(QMouseEvent *event)
{
    pointAt(slotAt(event->pos().x()));
}

void HourStrip::leaveEvent(QEvent *event)
{
    pointAt(-1);
    QWidget::leaveEvent(event);
}

//! The text comes at once: whoever runs along the hours would else wait at each.
void HourStrip::pointAt(int slot)
{
    if (std::exchange(m_pointedAt, slot) != slot)
        update();
    if (slot < 0)
        return QToolTip::hideText();
    const QRect place = slotRect(slot).toAlignedRect();
    QToolTip::showText(mapToGlobal(place.bottomLeft()), slotText(slot), this, place);
}

} // namespace gatehouse
