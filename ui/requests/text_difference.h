// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace gatehouse {

//! A piece of a text, in characters.
struct TextPiece
{
    int begin = 0;
    int length = 0;

    bool operator==(const TextPiece &) const = default;
};

//! What two texts do not have in common, word by word.
struct TextDifference
{
    QList<TextPiece> first = {};  //!< what only the first has
    QList<TextPiece> second = {}; //!< what only the second has

    bool operator==(const TextDifference &) const = default;
};

//! The shortest difference (Myers, 1986). Of texts that are too long or too unlike, all between what they
//! begin and what they end with.
TextDifference differenceOf(QStringView first, QStringView second);

} // namespace gatehouse
