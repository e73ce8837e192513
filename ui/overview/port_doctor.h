// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace gatehouse {

class Banner;
class Card;
class PlainLabel;

//! What to do when another program has the gateway's port: which one it is, the next port that is free, and
//! what changes for apps with it. Shown only then.
class PortDoctor final : public QWidget
{
    Q_OBJECT

public:
    explicit PortDoctor(const Context &context, QWidget *parent = nullptr);

    void refresh();

private:
    void examine(quint16 port);
    void usePort();
    void tryAgain();

    Context m_context;
    quint16 m_taken = 0; //!< the port that was examined; 0: none
    quint16 m_free = 0;  //!< the port to use instead; 0: none is known
    Banner *m_problem;
    PlainLabel *m_owner;
    PlainLabel *m_advice;
    QWidget *m_newUrlRow;
    QLineEdit *m_newUrl;
    QPushButton *m_use;
};

//! How a person knows the program that \a owner names (Program::portOwner()).
QString ownerName(const QString &owner);

} // namespace gatehouse
