// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/redact.h"
#include "gateway/dialect/reply_memory.h"
#include "gateway/pipeline/balancer.h"
#include "gateway/pipeline/pick.h"
#include "gateway/upstream/health.h"
#include "gateway/upstream/transfers.h"
#include "gateway/usage/usage_record.h"

#include <functional>

namespace gatehouse {

//! What exchanges share; lives as long as the worker.
struct Services
{
    JsonPeek &json;
    Limiter &limiter;
    Health &health;
    Cooldowns &cooldowns;
    KeyTurns &keyTurns;
    Balancer &balancer;
    Transfers &transfers;
    const Redactor &redactor;
    ReplyMemory &memory;
    std::function<void(UsageRecord)> record; //!< takes the one record of each exchange
};

} // namespace gatehouse
