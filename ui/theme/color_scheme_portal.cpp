// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/color_scheme_portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const auto portal = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto settings = u"org.freedesktop.portal.Settings"_s;
const auto space = u"org.freedesktop.appearance"_s;
const auto schemeKey = u"color-scheme"_s;
constexpr uint preferDark = 1;
constexpr int patienceMs = 10'000; // at log-in the portal comes up beside us

} // namespace

PortalColorScheme::PortalColorScheme()
    : m_dark(QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5F)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QMetaObject::invokeMethod(this, &ColorScheme::answered, Qt::QueuedConnection);
        return;
    }
    bus.connect(portal, portalPath, settings, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant))); // a signal that only D-Bus knows
    QDBusMessage read = QDBusMessage::createMethodCall(portal, portalPath, settings, u"Read"_s);
    read.setArguments({space, schemeKey});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read, patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (reply.isValid())
            take(reply.value().variant());
        call->deleteLater();
        Q_EMIT answered();
    });
}

void PortalColorScheme::onSettingChanged(const QString &changedSpace, const QString &key,
                                         const QDBusVariant &value)
{
    if (changedSpace == space && key == schemeKey)
        take(value.variant());
}

void PortalColorScheme::take(const QVariant &value)
{
    // Read wraps its variant once more.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const bool dark = inner.toUInt() == preferDark;
    if (std::exchange(m_dark, dark) != dark)
        Q_EMIT changed();
}

std::unique_ptr<ColorScheme> systemColorScheme()
{
    return std::make_unique<PortalColorScheme>();
}

} // namespace gatehouse
