// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/hour_strip.h"

namespace gatehouse {

//! How many requests there were in each of the last 24 hours.
class RequestBars final : public HourStrip
{
    Q_OBJECT

public:
    explicit RequestBars(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    void paintTimes(QPainter &painter) const;
    int barsHeight() const;
};

} // namespace gatehouse
