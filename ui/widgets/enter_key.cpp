// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/enter_key.h"

#include <QKeyEvent>
#include <QWidget>

namespace gatehouse {

EnterKey::EnterKey(QWidget &field, std::function<void()> act)
    : QObject(&field)
    , m_act(std::move(act))
{
    field.installEventFilter(this);
}

bool EnterKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (m_act)
                m_act();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse
