// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/color_scheme.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

namespace gatehouse {
namespace {

//! As Qt tells, where it does (6.5 and newer).
class QtColorScheme final : public ColorScheme
{
public:
    QtColorScheme()
    {
        QMetaObject::invokeMethod(this, &ColorScheme::answered, Qt::QueuedConnection);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &ColorScheme::changed);
#endif
    }

    bool dark() const override
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
        return QPalette().color(QPalette::Window).lightnessF() < 0.5F;
#endif
    }
};

} // namespace

std::unique_ptr<ColorScheme> systemColorScheme()
{
    return std::make_unique<QtColorScheme>();
}

} // namespace gatehouse
