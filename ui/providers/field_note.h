// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gatehouse {

class PlainLabel;

//! What is wrong with the field above it. Takes no room while nothing is.
class FieldNote final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent = nullptr);

    //! An empty \a text hides it. May come from outside.
    void say(const QString &text);
    QString text() const;

private:
    PlainLabel *m_text;
};

} // namespace gatehouse
