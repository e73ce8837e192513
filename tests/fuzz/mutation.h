// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz_input.h"

#include <QByteArrayList>

//! \a seed with one to four small changes: bytes flipped, put in, taken out, doubled, or taken from another
//! of \a seeds; cut off; words that parsers stumble over put in. The same \a dice give the same.
QByteArray mutated(const QByteArray &seed, const QByteArrayList &seeds, FuzzDice &dice);
