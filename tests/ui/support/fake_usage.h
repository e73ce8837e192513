// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_source.h"

#include <QObject>
#include <QPointer>

namespace gatehouse {

//! Answers as it is told to, from the event loop, as the real store does.
class FakeUsage final : public QObject, public UsageSource
{
public:
    std::function<UsageTable(const UsageQuery &)> table = [](const UsageQuery &) { return UsageTable{}; };
    QList<UsageRecord> records; //!< newest first, whole
    QList<UsageQuery> asked;
    bool silent = false; //!< no answer comes

    void totals(const UsageQuery &query, QObject *asker,
                std::function<void(const UsageTable &)> done) override
    {
        asked.append(query);
        later(asker, [this, query, done = std::move(done)] { done(table(query)); });
    }
    void requests(int limit, QObject *asker, std::function<void(const QList<UsageRecord> &)> done) override
    {
        later(asker, [this, limit, done = std::move(done)] {
            QList<UsageRecord> found = records.first(qMin(qsizetype(limit), records.size()));
            for (UsageRecord &record : found) {
                record.attempts.clear();
                record.headers.clear();
            }
            done(found);
        });
    }
    void details(qint64 id, QObject *asker, std::function<void(const UsageRecord &)> done) override
    {
        later(asker, [this, id, done = std::move(done)] {
            for (const UsageRecord &record : std::as_const(records)) {
                if (record.id == id)
                    return done(record);
            }
            done({});
        });
    }

private:
    void later(QObject *asker, std::function<void()> call)
    {
        if (!silent)
            QMetaObject::invokeMethod(asker, std::move(call), Qt::QueuedConnection);
    }
};

} // namespace gatehouse
