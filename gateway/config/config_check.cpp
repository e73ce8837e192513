// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_check.h"

#include "gateway/config/checks.h"
#include "gateway/config/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr std::chrono::seconds day{86'400};
constexpr int keptForever = 36'500; // days
constexpr qsizetype longestText = 256;

void checkPeriods(const Config &config, Findings findings)
{
    if (config.cooldownMax.count() < 0 || config.cooldownMax > day)
        findings.error(u"cooldown/maxSeconds"_s, ConfigWords::tr("must be from 0 to 86400"));
    if (config.healthInterval.count() < 0 || config.healthInterval > day)
        findings.error(u"health/intervalSeconds"_s, ConfigWords::tr("must be from 0 to 86400"));
    if (config.usageKeepDays < 0 || config.usageKeepDays > keptForever)
        findings.error(u"usage/keepDays"_s, ConfigWords::tr("must be from 0 to 36500"));
}

} // namespace

QList<Problem> check(const Config &config)
{
    QList<Problem> problems;
    const Findings findings(problems, {});
    checkListener(config, findings.below(u"listener"_s));
    checkClients(config.clients, findings.below(u"clients"_s));
    checkProviders(config, findings.below(u"providers"_s));
    checkRoutes(config, findings);
    checkPeriods(config, findings);
    checkBudget(config.budget, findings.below(u"budget"_s));
    checkAlerts(config.alerts, findings.below(u"alerts"_s));
    return problems;
}

bool isPlain(const QString &text)
{
    return text.size() <= longestText && std::none_of(text.cbegin(), text.cend(), [](QChar c) {
               return c.category() == QChar::Other_Control;
           });
}

} // namespace gatehouse
