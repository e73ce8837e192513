// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/usage_rows.h"

#include "ui/usage/measure.h"
#include "ui/usage/step_text.h"
#include "ui/usage/usage_names.h"

namespace gatehouse {

QList<UsageLine> linesOf(const UsageTable &table, const UsageQuestion &question, const Config &config,
                         qint64 nowMs, const QTimeZone &zone)
{
    QList<UsageLine> lines;
    if (question.by != UsageKey::None) {
        for (const UsageRow &row : table.keys)
            lines.append({row.key, usageName(question.by, row.key, config), 0, row.totals});
        return lines;
    }
    const UsageSpan &span = question.span;
    for (qsizetype i = 0; i < span.starts.size(); ++i)
        lines.append({stepIso(span, i, zone), stepText(span, i, zone), span.starts[i], {}});
    for (const UsageRow &row : table.rows) {
        const qsizetype at = span.stepAt(row.startMs);
        if (at < 0)
            continue;
        UsageTotals &totals = lines[at].totals;
        totals += row.totals;
        totals.firstByteP50 = row.totals.firstByteP50;
        totals.firstByteP95 = row.totals.firstByteP95;
    }
    lines.removeIf(
        [nowMs](const UsageLine &line) { return line.startMs > nowMs && line.totals.requests == 0; });
    return lines;
}

} // namespace gatehouse
