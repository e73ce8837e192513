// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/stages.h"
#include "gateway/upstream/health.h"
#include "gateway/usage/metrics.h"

#include <chrono>

namespace gatehouse {

//! Whether the configuration in force is the newest one that was written.
struct ConfigState
{
    bool valid = true;
    QString message = {}; //!< what is wrong with the newest one

    bool operator==(const ConfigState &) const = default;
};

//! What the gateway's own pages are made of.
struct LocalContext
{
    const Snapshot &snapshot;
    const Health &health;
    const Cooldowns &cooldowns;
    const ConfigState &config;
    std::chrono::seconds uptime;
    const Metrics &metrics;
    qint64 startedMs = 0;   //!< UTC
    qint64 recordsLost = 0; //!< UsageState::lost
};

//! An answer that needs no provider.
struct LocalAnswer
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QByteArray headers = {}; //!< further lines
};

//! Whether a surface is closed to those without a client key, once there are keys. What was spent, and by
//! whom, is nobody's business on a network.
bool needsClientKey(Surface surface, const Listener &listener);

//! Answers model lists, health, metrics and the home page. Errors: 404 model_not_found.
Result<LocalAnswer> localAnswer(const Match &match, const Incoming &in, const Caller &caller,
                                const LocalContext &context);

// One file each; declared here because only localAnswer() calls them.
LocalAnswer modelList(const Incoming &in, const Caller &caller, const Snapshot &snapshot);
Result<LocalAnswer> oneModel(const QByteArray &id, const Incoming &in, const Caller &caller,
                             const Snapshot &snapshot);
LocalAnswer health(const LocalContext &context);
LocalAnswer ready(const LocalContext &context);
LocalAnswer metrics(const LocalContext &context);
LocalAnswer homePage(const Incoming &in);

} // namespace gatehouse
