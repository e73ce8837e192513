// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace gatehouse {

//! What a colour says. Never by colour alone: each tone has a shape of its own too (state_mark.h).
enum class Tone { Neutral, Good, Warning, Bad, Accent };

bool isDark(const QPalette &palette);

//! For text and marks on the palette's window and base colours: a contrast of at least 4.5 : 1.
QColor toneColor(Tone tone, const QPalette &palette);
//! A faint ground of that tone, on which the palette's text can be read.
QColor toneGround(Tone tone, const QPalette &palette);
//! For text of lesser weight; still 4.5 : 1.
QColor mutedText(const QPalette &palette);
//! For the edges of cards and the lines between rows.
QColor hairline(const QPalette &palette);

} // namespace gatehouse
