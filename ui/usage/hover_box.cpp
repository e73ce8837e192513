// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/hover_box.h"

#include "ui/theme/colors.h"
#include "ui/usage/amounts.h"
#include "ui/usage/step_text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int margin = 8;
constexpr int square = 9;
constexpr int gap = 14;
constexpr int longestName = 200; //!< pixels of a name

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

HoverBox::HoverBox(QWidget *parent)
    : QFrame(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void HoverBox::tell(const ChartPicture &picture, qsizetype step, qsizetype chosen, const QPoint &beside)
{
    m_title = stepTitle(picture.span, step, QTimeZone::systemTimeZone());
    m_lines.clear();
    double sum = 0;
    const QFontMetrics metrics(font());
    QStringList spoken{m_title};
    // From the top down, as they stand on each other.
    for (qsizetype i = picture.series.size() - 1; i >= 0; --i) {
        const ChartSeries &series = picture.series[i];
        const double value = series.values[step];
        if (isAmount(picture.measure))
            sum += value;
        if (i != chosen && !(value > 0) && picture.series.size() > 4)
            continue;
        const QString name = metrics.elidedText(series.name, Qt::ElideMiddle, longestName);
        m_lines.append({series.colour, name, measureText(picture.measure, value), value, i == chosen});
        spoken.append(series.name + u": " + m_lines.last().value);
    }
    if (!isAmount(picture.measure))
        std::reverse(m_lines.begin(), m_lines.end());
    m_sum = isAmount(picture.measure) && picture.series.size() > 1 ? measureText(picture.measure, sum)
                                                                   : QString();
    if (!m_sum.isEmpty())
        spoken.append(tr("Total") + u": " + m_sum);
    setAccessibleName(spoken.join(u'\n'));

    dropUntilItFits();
    resize(contentSize());
    const QRect room = parentWidget()->rect();
    int x = beside.x() + gap;
    if (x + width() > room.right())
        x = std::max(0, beside.x() - gap - width());
    const int y = std::clamp(beside.y() - height() / 2, 0, std::max(0, room.height() - height()));
    move(x, y);
    show();
    raise();
    update();
}

void HoverBox::dropUntilItFits()
{
    while (m_lines.size() > 1 && contentSize().height() > parentWidget()->height()) {
        const auto smaller = [](const Line &one, const Line &other) {
            return one.chosen != other.chosen ? other.chosen : one.size < other.size;
        };
        m_lines.erase(std::min_element(m_lines.cbegin(), m_lines.cend(), smaller));
    }
}

QSize HoverBox::contentSize() const
{
    const QFontMetrics bold(boldOf(font()));
    const int line = bold.height() + 2;
    int width = bold.horizontalAdvance(m_title);
    for (const Line &entry : m_lines)
        width = std::max(width, square + 6 + bold.horizontalAdvance(entry.name) + gap +
                                    bold.horizontalAdvance(entry.value));
    width = std::max(width, square + 6 + bold.horizontalAdvance(tr("Total") + m_sum) + gap);
    const int lines = 1 + int(m_lines.size()) + (m_sum.isEmpty() ? 0 : 1);
    return {width + 2 * margin, lines * line + 2 * margin - 2};
}

void HoverBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hairline(palette()));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    const int line = QFontMetrics(boldOf(font())).height() + 2;
    QRect row(margin, margin - 1, width() - 2 * margin, line);
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.setFont(boldOf(font()));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    const auto draw = [&](const QString &name, const QString &value, bool bold) {
        painter.setPen(palette().color(QPalette::ToolTipText));
        painter.setFont(bold ? boldOf(font()) : font());
        painter.drawText(row.adjusted(square + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, value);
    };
    for (const Line &entry : m_lines) {
        row.translate(0, line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(seriesColor(entry.colour, palette()));
        painter.drawRoundedRect(QRectF(row.x(), row.y() + (line - square) / 2.0, square, square), 2, 2);
        draw(entry.name, entry.value, entry.chosen);
    }
    row.translate(0, line);
    if (!m_sum.isEmpty())
        draw(tr("Total"), m_sum, false);
}

} // namespace gatehouse
