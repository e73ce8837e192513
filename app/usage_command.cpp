// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usage_command.h"

#include "app/exit_code.h"
#include "app/paths.h"
#include "gateway/usage/totals.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gatehouse {

int printUsage(const Options &options, const Console &console)
{
    const Paths paths = pathsFor(options);
    const auto query = queryOf(options.usage, QDateTime::currentDateTime());
    if (!query) {
        console.say(query.error().message);
        return BadInput;
    }
    UsageTable table;
    if (QFileInfo::exists(paths.usage))
        table = readOnlyTotals(paths.usage, *query);
    else
        console.say(u"Nothing was recorded yet: %1 does not exist."_s.arg(paths.usage));
    if (!table.problem.isEmpty()) {
        console.say(table.problem);
        return Failed;
    }
    console.out.write(reportText(options.usage, *query, table));
    return Ended;
}

} // namespace gatehouse
