// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_chart.h"

#include "ui/theme/colors.h"
#include "ui/usage/chart_layers.h"
#include "ui/usage/hover_box.h"
#include "ui/usage/step_text.h"

#include <QAccessible>
#include <QChart>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace gatehouse {
namespace {

constexpr int reach = 12;      //!< pixels around a point that still mean it
constexpr int tickGap = 6;     //!< pixels between a label and the plot
constexpr int labelWidth = 64; //!< pixels for a label of the time axis
constexpr int labelHeight = 28;
constexpr int mostMarks = 8; //!< on the value axis

} // namespace

UsageChart::UsageChart(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_box(new HoverBox(this))
{
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setMargins({0, 0, 0, 0});
    m_layers = std::make_unique<ChartLayers>(chart());
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::Base);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Usage over time"));
    setMinimumSize(minimumSizeHint()); // QChartView sets a smaller one, above which no hint counts
    colour();
}

UsageChart::~UsageChart() = default;

QSize UsageChart::minimumSizeHint() const
{
    return {240, 8 * fontMetrics().height()};
}

void UsageChart::setPicture(const ChartPicture &picture)
{
    if (picture == m_picture)
        return;
    const bool sameSteps = picture.span == m_picture.span;
    m_picture = picture;
    if (!sameSteps || m_series >= picture.series.size())
        leave();
    placePlot();
    colour();
    if (m_step >= 0)
        m_box->tell(m_picture, m_step, m_series, m_box->pos());
    viewport()->update();
}

void UsageChart::placePlot()
{
    const QFontMetrics metrics(font());
    const int most = std::clamp((height() - 2 * metrics.height()) / labelHeight, 2, mostMarks);
    m_axis = axisFor(highestOf(m_picture), most,
                     m_picture.measure == Measure::Requests || m_picture.measure == Measure::Tokens);
    int widest = 0;
    for (int mark = 0; mark <= m_axis.marks(); ++mark)
        widest = std::max(
            widest, metrics.horizontalAdvance(tickText(m_picture.measure, mark * m_axis.step, m_axis.step)));
    const double left = widest + 2 * tickGap;
    const double top = metrics.height() / 2.0 + 2;
    m_plot = QRectF(left, top, std::max(10.0, width() - left - tickGap),
                    std::max(10.0, height() - top - metrics.height() - 2 * tickGap));
    chart()->setPlotArea(m_plot);
    m_layers->setPicture(m_picture, m_axis);
}

double UsageChart::yOf(double value) const
{
    return m_plot.bottom() - value / m_axis.top * m_plot.height();
}

double UsageChart::xOf(double step) const
{
    return m_plot.left() +
           (step + 0.5) / double(std::max<qsizetype>(m_picture.span.starts.size(), 1)) * m_plot.width();
}

void UsageChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, palette().color(QPalette::Base));
    painter->setFont(font());
    const QFontMetricsF metrics(font());
    if (const auto steps = double(m_picture.span.starts.size()); m_step >= 0 && steps > 0) {
        const double width = std::max(m_plot.width() / steps, 3.0);
        painter->fillRect(QRectF(xOf(double(m_step)) - width / 2, m_plot.top(), width, m_plot.height()),
                          toneGround(Tone::Neutral, palette()));
    }
    for (int mark = 0; mark <= m_axis.marks(); ++mark) {
        const double value = mark * m_axis.step;
        const double y = std::round(yOf(value)) + 0.5;
        painter->setPen(hairline(palette()));
        painter->drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter->setPen(mutedText(palette()));
        painter->drawText(QRectF(0, y - metrics.height() / 2, m_plot.left() - tickGap, metrics.height()),
                          Qt::AlignRight | Qt::AlignVCenter, tickText(m_picture.measure, value, m_axis.step));
    }
    const int most = int(m_plot.width()) / labelWidth;
    double free = 0; // right of the label before
    for (const TimeTick &tick : timeTicks(m_picture.span, QTimeZone::systemTimeZone(), most)) {
        const double width = metrics.horizontalAdvance(tick.text);
        const double x = std::clamp(xOf(double(tick.step)) - width / 2, 0.0, this->width() - width);
        if (x < free)
            continue;
        free = x + width + tickGap;
        painter->drawText(QPointF(x, m_plot.bottom() + tickGap + metrics.ascent()), tick.text);
    }
}

void UsageChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (!hasFocus())
        return;
    painter->setPen(palette().color(QPalette::Highlight));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void UsageChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    leave();
    placePlot();
}

QPoint UsageChart::placeOf(qsizetype step, qsizetype index) const
{
    const double value = m_picture.series[index].values[step];
    const double at = isAmount(m_picture.measure) ? stackedAt(m_picture, step, index) - value / 2 : value;
    return QPointF(xOf(double(step)), yOf(std::isnan(at) ? 0 : at)).toPoint();
}

qsizetype UsageChart::stepAt(const QPoint &position) const
{
    const qsizetype count = m_picture.span.starts.size();
    if (count == 0 || !m_plot.adjusted(0, 0, 0, tickGap).contains(position))
        return -1;
    return std::clamp<qsizetype>(qsizetype((position.x() - m_plot.left()) / m_plot.width() * double(count)),
                                 0, count - 1);
}

qsizetype UsageChart::seriesAt(const QPoint &position, qsizetype step) const
{
    if (!isAmount(m_picture.measure)) {
        qsizetype nearest = -1;
        double least = reach;
        for (qsizetype i = 0; i < m_picture.series.size(); ++i) {
            const double distance = std::abs(yOf(m_picture.series[i].values[step]) - position.y());
            if (distance < least) { // false for NaN
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }
    const double value = (m_plot.bottom() - position.y()) / m_plot.height() * m_axis.top;
    for (qsizetype i = 0; i < m_picture.series.size(); ++i) {
        if (value >= 0 && value < stackedAt(m_picture, step, i))
            return i;
    }
    return -1;
}

void UsageChart::point(qsizetype step, qsizetype series, const QPoint &beside)
{
    m_step = step;
    m_series = series;
    m_box->tell(m_picture, step, series, beside);
    const bool filters = series >= 0 && m_picture.series[series].key;
    viewport()->setCursor(filters ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void UsageChart::leave()
{
    m_step = -1;
    m_series = -1;
    m_box->hide();
    viewport()->unsetCursor();
    viewport()->update();
}

void UsageChart::choose(qsizetype series)
{
    if (series >= 0 && series < m_picture.series.size() && m_picture.series[series].key)
        Q_EMIT chosen(QString(*m_picture.series[series].key)); // the picture may be another afterwards
}

void UsageChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const qsizetype step = stepAt(position);
    if (step < 0)
        leave();
    else
        point(step, seriesAt(position, step), position);
}

void UsageChart::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const qsizetype step = stepAt(position);
    if (event->button() == Qt::LeftButton && step >= 0)
        choose(seriesAt(position, step));
}

void UsageChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    leave();
}

void UsageChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    leave();
}

void UsageChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype steps = m_picture.span.starts.size();
    const qsizetype series = m_picture.series.size();
    if (steps == 0 || series == 0)
        return event->ignore();
    qsizetype step = m_step < 0 ? steps - 1 : m_step;
    qsizetype chosen = m_series;
    const bool begun = m_step >= 0;
    switch (event->key()) {
    case Qt::Key_Left:
        step -= begun ? 1 : 0;
        break;
    case Qt::Key_Right:
        step += begun ? 1 : 0;
        break;
    case Qt::Key_Home:
        step = 0;
        break;
    case Qt::Key_End:
        step = steps - 1;
        break;
    case Qt::Key_Up:
        chosen = chosen < 0 ? 0 : chosen + 1;
        break;
    case Qt::Key_Down:
        chosen = chosen < 0 ? series - 1 : chosen - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(m_series);
    case Qt::Key_Escape:
        if (begun)
            return leave();
        return event->ignore();
    default:
        return event->ignore();
    }
    step = std::clamp<qsizetype>(step, 0, steps - 1);
    chosen = std::min(std::max<qsizetype>(chosen, m_series < 0 && chosen < 0 ? -1 : 0), series - 1);
    point(step, chosen, placeOf(step, std::max<qsizetype>(chosen, 0)));
    setAccessibleDescription(m_box->accessibleName());
}

void UsageChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (m_layers && event->type() == QEvent::PaletteChange)
        colour();
    if (m_layers && event->type() == QEvent::FontChange)
        placePlot();
}

void UsageChart::colour()
{
    m_layers->setColours(m_picture, palette());
}

} // namespace gatehouse
