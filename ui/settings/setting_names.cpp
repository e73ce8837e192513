// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_names.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct SettingsPageWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::SettingsPage)
};

} // namespace

QString settingName(const QString &path)
{
    if (path == "/listener/host"_L1)
        return SettingsPageWords::tr("Address");
    if (path == "/listener/port"_L1)
        return SettingsPageWords::tr("Port");
    if (path == "/listener/maxBodyBytes"_L1)
        return SettingsPageWords::tr("Largest request");
    if (path == "/listener/maxConnections"_L1)
        return SettingsPageWords::tr("Connections at once");
    if (path.startsWith("/listener/allowedOrigins"_L1))
        return SettingsPageWords::tr("Web origin");
    if (path.startsWith("/listener/allowedHosts"_L1))
        return SettingsPageWords::tr("Host name");
    if (path == "/health/intervalSeconds"_L1)
        return SettingsPageWords::tr("Check providers every");
    if (path == "/cooldown/maxSeconds"_L1)
        return SettingsPageWords::tr("Longest break");
    if (path == "/usage/keepDays"_L1)
        return SettingsPageWords::tr("Keep usage for");
    if (path == "/budget/dailyUsd"_L1)
        return SettingsPageWords::tr("US dollars a day");
    if (path == "/budget/monthlyUsd"_L1)
        return SettingsPageWords::tr("US dollars a month");
    if (path == "/alerts/webhookUrl"_L1)
        return SettingsPageWords::tr("Webhook");
    if (path == "/alerts/errorRatePercent"_L1)
        return SettingsPageWords::tr("Tell when a provider fails");
    return path;
}

QString settingProblems(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems) {
        if (problem.warning)
            continue;
        const QString name = settingName(problem.path);
        lines.append(name.isEmpty() ? problem.message
                                    : SettingsPageWords::tr("%1: %2").arg(name, problem.message));
    }
    return lines.join(u'\n');
}

} // namespace gatehouse
