// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <functional>

namespace gatehouse {

//! Puts a text on the clipboard and shows for a moment that it did.
class CopyButton final : public QToolButton
{
    Q_OBJECT

public:
    //! \a name says what is copied, such as "Copy base URL".
    CopyButton(const QString &name, std::function<QString()> text, QWidget *parent = nullptr);
};

} // namespace gatehouse
