// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QSettings>

namespace gatehouse {

//! Keeps preferences, and small things such as the window's place, in `window.ini` in the data folder.
class PreferenceFile final
{
public:
    explicit PreferenceFile(const QString &dataDir);

    Preferences preferences() const;
    void setPreferences(const Preferences &preferences);

    QVariant remembered(const QString &name) const;
    void remember(const QString &name, const QVariant &value);

private:
    QSettings m_file;
};

} // namespace gatehouse
