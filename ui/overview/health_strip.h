// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/hour_strip.h"

namespace gatehouse {

//! How the requests of an hour ended.
enum class HourHealth { Nothing, Good, SomeFailed, MostlyFailed };

//! Requests that the client left tell nothing.
HourHealth healthOf(const HourCount &hour);

//! How one provider fared in each of the last 24 hours: told by colour and by height, the lower the worse.
class HealthStrip final : public HourStrip
{
    Q_OBJECT

public:
    explicit HealthStrip(QWidget *parent = nullptr);

    QSize sizeHint() const override { return {24 * 6, 14}; }

private:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace gatehouse
