// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/palettes.h"
#include "ui/theme/style.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

Theme::Theme(std::unique_ptr<ColorScheme> system, QObject *parent)
    : QObject(parent)
    , m_system(std::move(system))
{
    // The one style that takes a palette whole, everywhere.
    QApplication::setStyle(new Style);
    connect(m_system.get(), &ColorScheme::changed, this, &Theme::update);
    connect(m_system.get(), &ColorScheme::answered, this, &Theme::systemAnswered);
    update();
}

void Theme::set(Appearance appearance)
{
    m_appearance = appearance;
    update();
}

void Theme::update()
{
    const bool dark =
        m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_system->dark());
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace gatehouse
