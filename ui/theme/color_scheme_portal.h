// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/color_scheme.h"

#include <QDBusVariant>

namespace gatehouse {

//! As the desktop portal tells: `org.freedesktop.appearance color-scheme` (XDG Settings portal, version 1).
class PortalColorScheme final : public ColorScheme
{
    Q_OBJECT

public:
    PortalColorScheme();

    bool dark() const override { return m_dark; }

private Q_SLOTS:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    bool m_dark = false;
};

} // namespace gatehouse
