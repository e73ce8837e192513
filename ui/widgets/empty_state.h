// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace gatehouse {

//! What stands where a list has nothing to show: what would be there, and how to begin.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    //! \a icon is a name for tintedIcon(); an empty \a action shows no button.
    EmptyState(const QString &icon, const QString &title, const QString &text, const QString &action = {},
               QWidget *parent = nullptr);

    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void triggered();

private:
    QPushButton *m_button = nullptr;
};

} // namespace gatehouse
