// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QIcon>
#include <QPixmap>
#include <QWidget>

namespace gatehouse {

//! A small mark that tells a state by colour and by shape: a disc (good), a triangle (warning), a square
//! with a bar (bad), a ring (neutral), a filled diamond (accent).
QPixmap stateMark(Tone tone, int size, qreal ratio, const QPalette &palette);
//! The mark for an entry of a list, also to be told apart where that is selected.
QIcon stateIcon(Tone tone, int size);

//! The same as a widget.
class StateMark final : public QWidget
{
    Q_OBJECT

public:
    explicit StateMark(int size = 12, QWidget *parent = nullptr);

    //! \a name is what a screen reader says.
    void set(Tone tone, const QString &name);
    QSize sizeHint() const override { return {m_size, m_size}; }

private:
    void paintEvent(QPaintEvent *event) override;

    int m_size;
    Tone m_tone = Tone::Neutral;
};

} // namespace gatehouse
