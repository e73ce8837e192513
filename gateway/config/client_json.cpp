// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/fields.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

void readFields(ObjectReader &reader, Client &client)
{
    QString keyHash;
    reader.read("name"_L1, client.name);
    reader.read("keyHash"_L1, keyHash);
    client.keyHash = keyHash.toUtf8();
    reader.read("models"_L1, client.models);
    reader.readObject("limits"_L1, client.limits);
    reader.readObject("budget"_L1, client.budget);
}

void readFields(ObjectReader &reader, Budget &budget)
{
    reader.read("dailyUsd"_L1, budget.dailyUsd);
    reader.read("monthlyUsd"_L1, budget.monthlyUsd);
}

void readFields(ObjectReader &reader, Limits &limits)
{
    reader.read("requestsPerMinute"_L1, limits.requestsPerMinute);
    reader.read("tokensPerMinute"_L1, limits.tokensPerMinute);
    reader.read("concurrent"_L1, limits.concurrent);
}

} // namespace gatehouse
