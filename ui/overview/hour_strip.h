// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/hour_count.h"

#include <QWidget>

namespace gatehouse {

//! A picture of the last 24 hours, a slot for each; whoever points at one reads what was in it.
class HourStrip : public QWidget
{
    Q_OBJECT

public:
    void setHours(const LastHours &hours);
    const LastHours &hours() const { return m_hours; }

    //! The slot at \a x, or -1.
    int slotAt(int x) const;
    //! What is read there.
    QString slotText(int slot) const;

protected:
    explicit HourStrip(QWidget *parent);

    //! Its place from left to right, as high as the widget.
    QRectF slotRect(int slot) const;
    //! The slot that is pointed at, or -1.
    int pointedAt() const { return m_pointedAt; }

private:
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void pointAt(int slot);

    LastHours m_hours;
    int m_pointedAt = -1;
};

//! `14:00–15:00`, in local time.
QString hourText(qint64 startMs);

//! `132 requests, 3 failed`.
QString requestsText(qint64 requests, qint64 failed);

} // namespace gatehouse
