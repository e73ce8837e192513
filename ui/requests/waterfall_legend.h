// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/waterfall.h"

#include <QBrush>
#include <QFontMetricsF>
#include <QPalette>

namespace gatehouse {

//! What a kind is filled with. They differ in pattern too, not in colour alone.
QBrush brushOf(Waterfall::Kind kind, const QPalette &palette);

//! One entry of the legend: its sample is a square of \a height, its text begins right of it.
struct LegendEntry
{
    Waterfall::Kind kind;
    QRectF box;
};

//! The kinds that are there, side by side, in as many lines as \a width asks for.
QList<LegendEntry> legendOf(const Waterfall &waterfall, const QFontMetricsF &metrics, qreal width);

} // namespace gatehouse
