// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse {

//! Writes U+2028 and U+2029 in \a json, behind \a from, as escapes: they may stand in JSON as they are, but
//! there are readers of event streams that end a line at them.
void escapeLineSeparators(QByteArray &json, qsizetype from);

} // namespace gatehouse
