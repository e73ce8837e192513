// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/reset.h"

namespace gatehouse {

Config withFirstSettings(Config config)
{
    const Config first;
    config.listener = first.listener;
    config.cooldownMax = first.cooldownMax;
    config.healthInterval = first.healthInterval;
    config.usageKeepDays = first.usageKeepDays;
    config.budget = first.budget;
    config.alerts = first.alerts;
    return config;
}

Preferences withFirstSettings(const Preferences &preferences)
{
    Preferences first;
    first.pausePaid = preferences.pausePaid; // is not chosen on the page
    return first;
}

} // namespace gatehouse
