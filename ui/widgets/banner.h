// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QFrame>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace gatehouse {

class PlainLabel;
class StateMark;

//! A line across the page that says what happened, with what can be done about it.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    //! Shows \a text, which may come from outside, with buttons of its own to be added.
    void say(Tone tone, const QString &text);
    //! A button; remove them all with clearActions().
    QPushButton *addAction(const QString &text);
    void clearActions();
    //! Whether a person can put it away; they can, unless said otherwise.
    void setClosable(bool closable);

Q_SIGNALS:
    void closed();

private:
    void paintEvent(QPaintEvent *event) override;

    Tone m_tone = Tone::Neutral;
    StateMark *m_mark;
    PlainLabel *m_text;
    QHBoxLayout *m_actions;
    QToolButton *m_close;
};

} // namespace gatehouse
