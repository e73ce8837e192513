// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace gatehouse {

//! Keeps the mouse wheel from changing a value that the page only scrolls past: a field takes the wheel while
//! it has the focus.
class WheelGuard final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! All number fields and choices in \a page.
    void guard(const QWidget &page);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace gatehouse
