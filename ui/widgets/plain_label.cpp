// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_label.h"

#include "ui/theme/colors.h"

#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>

namespace gatehouse {
namespace {

qreal scaleOf(PlainLabel::Weight weight)
{
    switch (weight) {
    case PlainLabel::Heading:
        return 1.55;
    case PlainLabel::Title:
        return 1.15;
    default:
        return 1;
    }
}

} // namespace

PlainLabel::PlainLabel(const QString &text, Weight weight, QWidget *parent)
    : QLabel(parent)
    , m_weight(weight)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setText(text);
    if (weight != Body && weight != Muted) {
        QFont larger = font();
        larger.setPointSizeF(larger.pointSizeF() * scaleOf(weight));
        larger.setWeight(QFont::DemiBold);
        setFont(larger);
    }
    colour();
}

void PlainLabel::setSelectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void PlainLabel::setMonospace()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    setFont(fixed);
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void PlainLabel::colour()
{
    const QColor text = mutedText(QGuiApplication::palette());
    if (m_weight != Muted || palette().color(QPalette::WindowText) == text)
        return;
    QPalette muted; // the rest is to follow the program's
    muted.setColor(QPalette::WindowText, text);
    setPalette(muted);
}

} // namespace gatehouse
