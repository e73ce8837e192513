// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colors.h"

#include <array>

namespace gatehouse {
namespace {

QColor blend(const QColor &over, const QColor &under, float share)
{
    const auto mix = [share](float a, float b) { return a * share + b * (1 - share); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return dark ? QColor(0x5b, 0xd1, 0x8b) : QColor(0x14, 0x76, 0x44);
    case Tone::Warning:
        return dark ? QColor(0xf2, 0xb8, 0x4b) : QColor(0x8a, 0x56, 0x00);
    case Tone::Bad:
        return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb4, 0x23, 0x18);
    case Tone::Accent:
        return dark ? QColor(0x7f, 0xb4, 0xff) : QColor(0x1d, 0x5f, 0xc4);
    case Tone::Neutral:
        break;
    }
    return mutedText(palette);
}

QColor toneGround(Tone tone, const QPalette &palette)
{
    return blend(toneColor(tone, palette), palette.color(QPalette::Base), isDark(palette) ? 0.16F : 0.10F);
}

QColor mutedText(const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Window), 0.68F);
}

QColor hairline(const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Window), 0.16F);
}

QColor seriesColor(int index, const QPalette &palette)
{
    static constexpr std::array<QRgb, 8> onLight{0x1a40d5, 0xc87800, 0x12566d, 0xab83ce,
                                                 0x834103, 0x3586ff, 0x5c352f, 0x519353};
    static constexpr std::array<QRgb, 8> onDark{0x759cdc, 0xe5b36f, 0x54e8bd, 0xaa5dff,
                                                0xe4f454, 0xa5e2fe, 0xa85e4a, 0x917b00};
    const bool dark = isDark(palette);
    if (index < 0)
        return dark ? QColor(0x7d, 0x84, 0x90) : QColor(0x8a, 0x91, 0x9c);
    const std::array<QRgb, 8> &colors = dark ? onDark : onLight;
    return QColor(colors[size_t(index) % colors.size()]);
}

} // namespace gatehouse
