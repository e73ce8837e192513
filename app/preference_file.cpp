// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preference_file.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

struct NamedAppearance
{
    Appearance appearance;
    QLatin1StringView name;
};
constexpr NamedAppearance appearances[] = {{Appearance::System, QLatin1StringView("system")},
                                           {Appearance::Light, QLatin1StringView("light")},
                                           {Appearance::Dark, QLatin1StringView("dark")}};

Appearance appearanceNamed(const QString &name)
{
    for (const NamedAppearance &each : appearances) {
        if (name == each.name)
            return each.appearance;
    }
    return Appearance::System;
}

QString nameOf(Appearance appearance)
{
    for (const NamedAppearance &each : appearances) {
        if (appearance == each.appearance)
            return each.name;
    }
    Q_UNREACHABLE();
}

} // namespace

PreferenceFile::PreferenceFile(const QString &dataDir)
    : m_file(dataDir + "/window.ini"_L1, QSettings::IniFormat)
{
}

Preferences PreferenceFile::preferences() const
{
    Preferences usual;
    return {
        .appearance = appearanceNamed(m_file.value(u"preferences/appearance"_s).toString()),
        .language = m_file.value(u"preferences/language"_s).toString(),
        .startGateway = m_file.value(u"preferences/startGateway"_s, usual.startGateway).toBool(),
        .pausePaid = m_file.value(u"preferences/pausePaid"_s, usual.pausePaid).toBool(),
        .notifications = m_file.value(u"preferences/notifications"_s, usual.notifications).toBool(),
        .logLevel = m_file.value(u"preferences/logLevel"_s, usual.logLevel).toString(),
    };
}

void PreferenceFile::setPreferences(const Preferences &preferences)
{
    m_file.setValue(u"preferences/appearance"_s, nameOf(preferences.appearance));
    m_file.setValue(u"preferences/language"_s, preferences.language);
    m_file.setValue(u"preferences/startGateway"_s, preferences.startGateway);
    m_file.setValue(u"preferences/pausePaid"_s, preferences.pausePaid);
    m_file.setValue(u"preferences/notifications"_s, preferences.notifications);
    m_file.setValue(u"preferences/logLevel"_s, preferences.logLevel);
    m_file.sync();
}

QVariant PreferenceFile::remembered(const QString &name) const
{
    return m_file.value(u"remembered/"_s + name);
}

void PreferenceFile::remember(const QString &name, const QVariant &value)
{
    m_file.setValue(u"remembered/"_s + name, value);
}

} // namespace gatehouse
