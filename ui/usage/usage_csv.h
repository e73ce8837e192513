// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/usage/usage_rows.h"

#include <QByteArray>

namespace gatehouse {

//! \a text with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, CSV
//! injection).
QString defused(const QString &text);

//! \a lines as RFC 4180 has it, in UTF-8, with a line of names and numbers as in C; empty where nothing is
//! known.
QByteArray usageCsv(UsageKey by, const QList<UsageLine> &lines);

} // namespace gatehouse
