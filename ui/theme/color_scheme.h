// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace gatehouse {

//! Whether the system is set to dark, and when that changes.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    virtual bool dark() const = 0;

Q_SIGNALS:
    void changed();
    //! The system has answered for the first time, or will not: once, from the event loop.
    void answered();
};

//! The one of this system; never null.
std::unique_ptr<ColorScheme> systemColorScheme();

} // namespace gatehouse
