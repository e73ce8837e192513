// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_store.h"

#include <QDateTime>
#include <QTemporaryDir>

namespace gatehouse {

//! A store without a thread, with a folder of its own, and all that it said.
struct StoreRig
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("usage.sqlite"));
    UsageStore store;
    QList<UsageRecord> recorded = {};
    UsageState state = {};

    StoreRig()
    {
        QObject::connect(&store, &UsageStore::stateChanged, &store,
                         [this](const UsageState &now) { state = now; });
    }

    void add(UsageRecord record) { recorded.append(store.add(std::move(record))); }

    void add(int count)
    {
        for (int number = 0; number < count; ++number) {
            UsageRecord record;
            record.timeMs = QDateTime::currentMSecsSinceEpoch();
            record.requestId = QByteArray::number(++m_added);
            record.provider = QStringLiteral("openai");
            record.upstreamModel = "gpt-4o";
            record.status = 200;
            record.tokens = TokenUsage{10, 5, 0, 0, 0};
            record.costUsd = 0.5;
            add(std::move(record));
        }
    }

private:
    int m_added = 0;
};

} // namespace gatehouse
