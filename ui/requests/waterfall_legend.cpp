// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/waterfall_legend.h"

#include "ui/theme/colors.h"

#include <algorithm>

namespace gatehouse {

QBrush brushOf(Waterfall::Kind kind, const QPalette &palette)
{
    switch (kind) {
    case Waterfall::Queue:
        return {toneColor(Tone::Neutral, palette), Qt::Dense4Pattern};
    case Waterfall::Pause:
        return {toneColor(Tone::Neutral, palette), Qt::BDiagPattern};
    case Waterfall::Connect:
        return {toneColor(Tone::Warning, palette), Qt::Dense2Pattern};
    case Waterfall::Wait:
        return {toneColor(Tone::Accent, palette), Qt::FDiagPattern};
    case Waterfall::Stream:
        break;
    }
    return {toneColor(Tone::Good, palette), Qt::SolidPattern};
}

QList<LegendEntry> legendOf(const Waterfall &waterfall, const QFontMetricsF &metrics, qreal width)
{
    constexpr qreal gap = 16;
    const qreal height = metrics.height() + 4;
    QList<LegendEntry> entries;
    qreal x = 0;
    qreal y = 0;
    for (const auto kind :
         {Waterfall::Queue, Waterfall::Connect, Waterfall::Wait, Waterfall::Stream, Waterfall::Pause}) {
        const bool there = std::any_of(waterfall.spans.begin(), waterfall.spans.end(),
                                       [kind](const Waterfall::Span &span) { return span.kind == kind; });
        if (!there)
            continue;
        const qreal needed = height + metrics.horizontalAdvance(kindName(kind));
        if (x > 0 && x + needed > width) {
            x = 0;
            y += height;
        }
        entries.append({kind, QRectF(x, y, needed, height)});
        x += needed + gap;
    }
    return entries;
}

} // namespace gatehouse
