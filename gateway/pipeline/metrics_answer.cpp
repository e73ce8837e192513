// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/local_answers.h"
#include "gateway/pipeline/provider_status.h"

#include <QCoreApplication>

namespace gatehouse {

LocalAnswer metrics(const LocalContext &context)
{
    constexpr double msPerSecond = 1e3;
    MetricsMoment moment;
    for (const ProviderStatus &provider :
         providerStatus(context.snapshot, context.health, context.cooldowns, Clock::now()))
        moment.providers.append(
            {provider.id, provider.inFlight, provider.state == ProviderState::Cooling, provider.usable});
    moment.recordsLost = context.recordsLost;
    moment.uptimeSeconds = double(context.uptime.count());
    moment.startedSeconds = double(context.startedMs) / msPerSecond;
    moment.version = QCoreApplication::applicationVersion();
    LocalAnswer answer;
    answer.contentType = "text/plain; version=0.0.4; charset=utf-8";
    answer.body = context.metrics.text(moment);
    return answer;
}

} // namespace gatehouse
