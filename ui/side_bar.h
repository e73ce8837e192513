// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace gatehouse {

//! The list of pages on the left of the window.
class SideBar final : public QListWidget
{
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    //! As wide as its longest entry needs, in any language.
    QSize sizeHint() const override;

private:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void colour();
};

} // namespace gatehouse
