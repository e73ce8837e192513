// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/log_line.h"
#include "gateway/usage/usage_record.h"

#include <QLoggingCategory>

namespace gatehouse {

class LogSink;

Q_DECLARE_LOGGING_CATEGORY(lcRequests)

//! Writes one line about each finished request, at level info.
void logUsage(LogSink &sink, const QList<UsageRecord> &records);

//! The line as a person reads it, such as
//! `200 /v1/chat/completions fast: openai/gpt-4o, 812.0 ms (first byte 200.1 ms), 10+20 tokens`.
QByteArray usageText(const UsageRecord &record);

//! The columns of the contract's section 5, but for `id`, and what the store keeps beside them.
QList<LogField> usageFields(const UsageRecord &record);

} // namespace gatehouse
