// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/soak.h"

#include <QList>
#include <QString>

namespace gatehouse::soak {

//! One thing that was watched, in words and numbers.
struct Point
{
    bool good = true;
    QString text;
};

using Verdict = QList<Point>;

Verdict judge(const Order &order, const Soak &soak);
bool passes(const Verdict &verdict);

} // namespace gatehouse::soak
