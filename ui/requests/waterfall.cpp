// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/waterfall.h"

#include "ui/listed.h"
#include "ui/requests/facts.h"
#include "ui/requests/record_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct WaterfallWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Waterfall)
};

constexpr double longest = 7.0 * 24 * 3600 * 1000;

double sane(double milliseconds)
{
    return std::isfinite(milliseconds) ? std::clamp(milliseconds, 0.0, longest) : 0;
}

//! Puts spans one behind the other.
class Drawer final
{
public:
    explicit Drawer(Waterfall &waterfall)
        : m_waterfall(waterfall)
    {
    }

    void until(double to, Waterfall::Kind kind, int row)
    {
        if (to <= m_at)
            return;
        m_waterfall.spans.append({kind, row, m_at, to});
        m_at = to;
    }
    double at() const { return m_at; }

private:
    Waterfall &m_waterfall;
    double m_at = 0;
};

void draw(Drawer &drawer, const AttemptRecord &attempt, int row)
{
    const double start = sane(attempt.startMs);
    drawer.until(start, row == 0 ? Waterfall::Queue : Waterfall::Pause, row);
    const double end = std::max(start, start + sane(attempt.milliseconds));
    if (attempt.connectMs > 0)
        drawer.until(std::min(end, start + sane(attempt.connectMs)), Waterfall::Connect, row);
    if (attempt.firstByteMs < 0)
        return drawer.until(end, Waterfall::Wait, row);
    drawer.until(std::min(end, start + sane(attempt.firstByteMs)), Waterfall::Wait, row);
    drawer.until(end, Waterfall::Stream, row);
}

} // namespace

Waterfall waterfallOf(const UsageRecord &record)
{
    Waterfall waterfall;
    Drawer drawer(waterfall);
    const qsizetype rows = std::min<qsizetype>(record.attempts.size(), maxWaterfallRows);
    waterfall.left = int(record.attempts.size() - rows);
    for (qsizetype row = 0; row < rows; ++row) {
        const AttemptRecord &attempt = record.attempts[row];
        waterfall.rows.append({attemptTarget(attempt), !attempt.code.isEmpty()});
        draw(drawer, attempt, int(row));
    }
    waterfall.total = std::max(sane(record.totalMs), drawer.at());
    if (rows == 0) {
        waterfall.rows.append({{}, record.status >= 400});
        drawer.until(waterfall.total, Waterfall::Queue, 0);
    } else if (waterfall.left == 0 && waterfall.total - drawer.at() >= 1) {
        drawer.until(waterfall.total, Waterfall::Pause, int(rows) - 1);
    }
    return waterfall;
}

QRectF barOf(const Waterfall::Span &span, const Waterfall &waterfall, const QRectF &plot)
{
    constexpr qreal thinnest = 2;
    constexpr qreal share = 0.56;
    if (waterfall.rows.isEmpty() || waterfall.total <= 0)
        return {};
    const qreal height = plot.height() / qreal(waterfall.rows.size());
    const qreal scale = plot.width() / waterfall.total;
    const qreal width = std::max(thinnest, (span.to - span.from) * scale);
    const qreal left = std::min(plot.left() + span.from * scale, plot.right() - width);
    return {left, plot.top() + height * (span.row + (1 - share) / 2), width, height * share};
}

QList<double> ticksOf(double total, int most)
{
    QList<double> ticks{0};
    if (!(total > 0) || !std::isfinite(total) || most < 1)
        return ticks;
    double step = std::pow(10, std::floor(std::log10(total / most)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (total / (step * factor) <= most) {
            step *= factor;
            break;
        }
    }
    for (int i = 1; i <= most && i * step <= total; ++i)
        ticks.append(i * step);
    return ticks;
}

QString kindName(Waterfall::Kind kind)
{
    switch (kind) {
    case Waterfall::Queue:
        return WaterfallWords::tr("In Gatehouse");
    case Waterfall::Pause:
        return WaterfallWords::tr("Pause");
    case Waterfall::Connect:
        return WaterfallWords::tr("Connecting");
    case Waterfall::Wait:
        return WaterfallWords::tr("Waiting for the first byte");
    case Waterfall::Stream:
        return WaterfallWords::tr("Answering");
    }
    return {};
}

QString waterfallText(const Waterfall &waterfall)
{
    QStringList lines;
    for (qsizetype row = 0; row < waterfall.rows.size(); ++row) {
        QStringList parts;
        for (const Waterfall::Span &span : waterfall.spans) {
            if (span.row == row)
                parts.append(kindName(span.kind) + u' ' + durationText(span.to - span.from));
        }
        const QString name = waterfall.rows[row].name;
        lines.append(WaterfallWords::tr("%1: %2").arg(name.isEmpty() ? WaterfallWords::tr("Gatehouse") : name,
                                                      listed(parts)));
    }
    return lines.join(u'\n');
}

} // namespace gatehouse
