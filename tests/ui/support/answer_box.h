// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <memory>

namespace gatehouse {

//! Answers the next question that is asked: clicks the button of that \a text, without its `&`. What was
//! asked is in the value that is returned, once it was.
inline std::shared_ptr<QString> answerBox(const QString &text)
{
    auto asked = std::make_shared<QString>();
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, text, asked] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            return;
        timer->deleteLater();
        timer->stop();
        *asked = box->text() + u'\n' + box->informativeText();
        const QList<QAbstractButton *> buttons = box->buttons();
        for (QAbstractButton *button : buttons) {
            if (button->text().remove(u'&') == text)
                return button->click();
        }
        box->reject(); // there is no such button: the test will miss what it would have done
    });
    timer->start(1);
    return asked;
}

} // namespace gatehouse
