// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"

namespace gatehouse {

//! A request that went well.
inline UsageRecord answered(const QString &provider = QStringLiteral("openai"),
                            const QByteArray &model = "gpt-4o")
{
    UsageRecord record;
    record.provider = provider;
    record.upstreamModel = model;
    record.status = 200;
    record.firstByteMs = 300;
    record.totalMs = 4000;
    record.gatewayUs = 80;
    record.attempts = {{provider, model, 200}};
    return record;
}

//! One whose only attempt ended with \a status.
inline UsageRecord failed(int status, const QString &provider = QStringLiteral("openai"),
                          const QByteArray &model = "gpt-4o")
{
    UsageRecord record = answered(provider, model);
    record.status = status;
    record.firstByteMs = -1;
    record.attempts[0].status = status;
    record.attempts[0].code = "upstream_" + QByteArray::number(status);
    return record;
}

//! How many series of a metric a text holds.
inline qsizetype linesOf(const QByteArray &text, const QByteArray &metric)
{
    const QByteArray begin = '\n' + metric + '{';
    return text.count(begin);
}

} // namespace gatehouse
