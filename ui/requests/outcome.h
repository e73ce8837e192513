// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"
#include "ui/theme/colors.h"

namespace gatehouse {

//! What became of a request, in a word.
enum class Outcome {
    Good,
    Failed,
    Left, //!< its client left before the end
};

//! As totals count it: with status 499 it was left; else it failed with a status of 400 or more, or when its
//! answer broke off.
Outcome outcomeOf(const UsageRecord &record);
Tone toneOf(Outcome outcome);
QString outcomeName(Outcome outcome);

} // namespace gatehouse
