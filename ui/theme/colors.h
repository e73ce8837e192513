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

//! The colour of the series \a index of a chart, from 0 to 7, or of otherSeries: at least 3 : 1 against the
//! palette's base colour, and told apart by people who do not see red, green or blue as others do.
QColor seriesColor(int index, const QPalette &palette);
constexpr int otherSeries = -1; //!< what has no colour of its own

} // namespace gatehouse
