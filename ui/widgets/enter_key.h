// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace gatehouse {

//! Makes Enter in a field do what belongs to the field, rather than press the dialog's default button.
class EnterKey final : public QObject
{
    Q_OBJECT

public:
    //! Belongs to \a field. \a act may be empty: Enter then does nothing.
    explicit EnterKey(QWidget &field, std::function<void()> act = {});

private:
    bool eventFilter(QObject *watched, QEvent *event) override;

    std::function<void()> m_act;
};

} // namespace gatehouse
