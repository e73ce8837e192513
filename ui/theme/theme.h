// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/appearance.h"
#include "ui/theme/color_scheme.h"

#include <QObject>

#include <memory>

namespace gatehouse {

//! Gives the whole application its style and palette, and follows the system's light and dark.
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(std::unique_ptr<ColorScheme> system, QObject *parent = nullptr);

    void set(Appearance appearance);

Q_SIGNALS:
    //! As ColorScheme::answered().
    void systemAnswered();

private:
    void update();

    std::unique_ptr<ColorScheme> m_system;
    Appearance m_appearance = Appearance::System;
};

} // namespace gatehouse
