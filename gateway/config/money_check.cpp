// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/base_url.h"
#include "gateway/config/checks.h"
#include "gateway/config/words.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr double mostUsd = 1'000'000; // for a million tokens
constexpr double mostBudget = 1'000'000'000;

void checkRate(double usd, const QString &field, Findings &findings)
{
    if (!std::isfinite(usd) || usd < 0 || usd > mostUsd)
        findings.error(field, ConfigWords::tr("must be from 0 to 1000000"));
}

void checkAmount(double usd, const QString &field, Findings &findings)
{
    if (!std::isfinite(usd) || usd < 0 || usd > mostBudget)
        findings.error(field, ConfigWords::tr("must be from 0 to %1").arg(qint64(mostBudget)));
}

} // namespace

void checkPrice(const Price &price, Findings findings)
{
    checkRate(price.input, u"input"_s, findings);
    checkRate(price.output, u"output"_s, findings);
    checkRate(price.cacheRead.value_or(0), u"cacheRead"_s, findings);
    checkRate(price.cacheWrite.value_or(0), u"cacheWrite"_s, findings);
}

void checkBudget(const Budget &budget, Findings findings)
{
    checkAmount(budget.dailyUsd, u"dailyUsd"_s, findings);
    checkAmount(budget.monthlyUsd, u"monthlyUsd"_s, findings);
}

void checkAlerts(const AlertRules &alerts, Findings findings)
{
    if (!alerts.webhookUrl.isEmpty()) {
        if (const QString problem = webhookUrlProblem(alerts.webhookUrl); !problem.isEmpty())
            findings.error(u"webhookUrl"_s, problem);
    }
    if (alerts.errorRatePercent < 0 || alerts.errorRatePercent > 100)
        findings.error(u"errorRatePercent"_s, ConfigWords::tr("must be from 0 to 100"));
}

} // namespace gatehouse
