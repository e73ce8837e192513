// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side_bar.h"

#include "ui/theme/colors.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QStyledItemDelegate>

namespace gatehouse {
namespace {

constexpr int rowHeight = 38;
constexpr int topGap = 12;

//! Rows with air around them, and a rounded mark behind the chosen one.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize usual = QStyledItemDelegate::sizeHint(option, index);
        return {usual.width() + 40, std::max(rowHeight, usual.height())};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect box = option.rect.adjusted(8, 2, -8, -2);
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? option.palette.color(QPalette::Highlight) : hairline(option.palette));
            painter->drawRoundedRect(box, 6, 6);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(toneColor(Tone::Accent, option.palette));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(5.5, 0.5, -5.5, -0.5), 7, 7);
        }
        const QRect icon(box.left() + 10, box.center().y() - 9, 18, 18);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, icon, Qt::AlignCenter, chosen ? QIcon::Selected : QIcon::Normal);
        painter->setPen(option.palette.color(chosen ? QPalette::HighlightedText : QPalette::WindowText));
        painter->setFont(option.font);
        painter->drawText(box.adjusted(38, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          index.data().toString());
        painter->restore();
    }
};

} // namespace

SideBar::SideBar(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RowDelegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setViewportMargins(0, topGap, 0, 0);
    setAutoFillBackground(true); // the gap above too
    colour();
}

QSize SideBar::sizeHint() const
{
    return {std::max(190, sizeHintForColumn(0) + 24), 200};
}

void SideBar::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void SideBar::colour()
{
    const QColor color = QGuiApplication::palette().color(QPalette::AlternateBase);
    if (palette().color(QPalette::Window) == color)
        return;
    QPalette ground; // the rest is to follow the program's
    ground.setColor(QPalette::Base, color);
    ground.setColor(QPalette::Window, color);
    setPalette(ground);
}

void SideBar::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(hairline(palette()));
    painter.drawLine(viewport()->width() - 1, 0, viewport()->width() - 1, viewport()->height());
}

} // namespace gatehouse
