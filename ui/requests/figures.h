// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"
#include "ui/theme/colors.h"

#include <QList>
#include <QString>

namespace gatehouse {

//! One figure of two answers, side by side.
struct Figure
{
    QString name;
    QString first;
    QString second;
    QString change = {};       //!< such as `−42 %`; empty where there is nothing to compare
    Tone tone = Tone::Neutral; //!< of the change: less time, tokens and money are good

    bool operator==(const Figure &) const = default;
};

//! Status, tokens, cost and times of both; a null one has none yet.
QList<Figure> comparedFigures(const UsageRecord *first, const UsageRecord *second);

} // namespace gatehouse
