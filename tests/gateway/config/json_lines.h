// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config_json.h"

namespace gatehouse {

//! Reads \a json with `"` for every `'`.
inline ConfigReading read(QByteArray json)
{
    return readConfig(json.replace('\'', '"'));
}

//! The problems as lines: path, `!` for an error or `?` for a warning, and the message.
inline QStringList linesOf(const QList<Problem> &problems)
{
    using namespace Qt::StringLiterals;
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append(problem.path + (problem.warning ? u" ? "_s : u" ! "_s) + problem.message);
    return lines;
}

} // namespace gatehouse
