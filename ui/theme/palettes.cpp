// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palettes.h"

namespace gatehouse {
namespace {

struct Colours
{
    QColor window, base, alternate, text, button, muted, accent, onAccent, link, tip;
};

QPalette paletteOf(const Colours &c)
{
    QPalette palette(c.button, c.window);
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::ToolTipBase, c.tip);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.alternate);
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = QColor(0xf6, 0xf7, 0xf9),
                      .base = QColor(0xff, 0xff, 0xff),
                      .alternate = QColor(0xf0, 0xf2, 0xf5),
                      .text = QColor(0x1b, 0x1f, 0x26),
                      .button = QColor(0xfb, 0xfb, 0xfc),
                      .muted = QColor(0x7d, 0x84, 0x90),
                      .accent = QColor(0x1d, 0x5f, 0xc4),
                      .onAccent = QColor(0xff, 0xff, 0xff),
                      .link = QColor(0x1d, 0x5f, 0xc4),
                      .tip = QColor(0xff, 0xff, 0xff)});
}

QPalette darkPalette()
{
    return paletteOf({.window = QColor(0x1e, 0x20, 0x25),
                      .base = QColor(0x26, 0x29, 0x2f),
                      .alternate = QColor(0x2c, 0x30, 0x37),
                      .text = QColor(0xe8, 0xea, 0xee),
                      .button = QColor(0x33, 0x37, 0x3f),
                      .muted = QColor(0x8d, 0x94, 0xa0),
                      .accent = QColor(0x2f, 0x6f, 0xd6),
                      .onAccent = QColor(0xff, 0xff, 0xff),
                      .link = QColor(0x7f, 0xb4, 0xff),
                      .tip = QColor(0x33, 0x37, 0x3f)});
}

} // namespace gatehouse
