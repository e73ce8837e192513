// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/fake_usage.h"

#include <QDateTime>

#include <algorithm>

namespace gatehouse {

//! Usage of \a keys that differs from day to day, the same each time: as the store answers.
class YearOfUsage final
{
public:
    explicit YearOfUsage(QStringList keys)
        : m_keys(std::move(keys))
    {
    }

    UsageTable answer(const UsageQuery &query) const
    {
        UsageTable table;
        QList<UsageRow> keys;
        for (const QString &key : m_keys)
            keys.append({0, key, {}});
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        for (qint64 start = query.fromMs; start < std::min(query.toMs, now);
             start = after(start, query.step)) {
            UsageTotals all;
            for (qsizetype i = 0; i < m_keys.size(); ++i) {
                if (!wanted(query, m_keys[i]))
                    continue;
                const UsageTotals totals = some(start / 3'600'000, i);
                add(keys[i].totals, totals);
                add(all, totals);
                if (query.by != UsageKey::None && totals.requests > 0)
                    table.rows.append({start, m_keys[i], totals});
            }
            add(table.total, all);
            if (query.by == UsageKey::None && all.requests > 0)
                table.rows.append({start, {}, all});
        }
        keys.removeIf([](const UsageRow &row) { return row.totals.requests == 0; });
        std::stable_sort(keys.begin(), keys.end(), [](const UsageRow &a, const UsageRow &b) {
            return a.totals.requests > b.totals.requests;
        });
        if (query.by == UsageKey::None)
            keys = {{0, {}, table.total}};
        table.keys = keys;
        return table;
    }

private:
    static bool wanted(const UsageQuery &query, const QString &key)
    {
        const std::optional<QString> &name = query.by == UsageKey::Model    ? query.filter.model
                                             : query.by == UsageKey::Caller ? query.filter.caller
                                                                            : query.filter.provider;
        return !name || *name == key;
    }

    static qint64 after(qint64 start, UsageStep step)
    {
        if (step == UsageStep::Hour)
            return start + 3'600'000;
        return QDateTime::fromMSecsSinceEpoch(start).date().addDays(1).startOfDay().toMSecsSinceEpoch();
    }

    static UsageTotals some(qint64 step, qsizetype key)
    {
        const qint64 noise = (step * 2654435761 + key * 40503) % 97;
        UsageTotals totals;
        totals.requests = (300 + noise * 7) / (key + 1);
        totals.failed = totals.requests * (noise % 9) / 100;
        totals.tokens = {totals.requests * 2100, totals.requests * 420, totals.requests * (900 + noise * 5),
                         0, totals.requests * 90};
        totals.costUsd = double(totals.requests) * 0.0031;
        totals.unpriced = key == 3 ? totals.requests : 0;
        totals.estimated = noise % 50 == 0 ? 1 : 0;
        totals.firstByteP50 = 300.0 + double(noise * 3 + key * 90);
        totals.firstByteP95 = *totals.firstByteP50 * 2.4;
        return totals;
    }

    static void add(UsageTotals &sum, const UsageTotals &more)
    {
        sum.requests += more.requests;
        sum.failed += more.failed;
        sum.tokens.input += more.tokens.input;
        sum.tokens.output += more.tokens.output;
        sum.tokens.cached += more.tokens.cached;
        sum.tokens.reasoning += more.tokens.reasoning;
        sum.costUsd += more.costUsd;
        sum.unpriced += more.unpriced;
        sum.estimated += more.estimated;
        sum.firstByteP50 = std::max(sum.firstByteP50, more.firstByteP50);
        sum.firstByteP95 = std::max(sum.firstByteP95, more.firstByteP95);
    }

    QStringList m_keys;
};

} // namespace gatehouse
