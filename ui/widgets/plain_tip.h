// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

//! \a text as a tool tip that shows exactly that, line by line, and wraps. Qt guesses whether a tip is
//! markup: text from outside could be taken for it, and escaped text that is not shows its entities.
QString plainTip(const QString &text);

} // namespace gatehouse
