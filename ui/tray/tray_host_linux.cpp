// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_host_linux.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// StatusNotifierWatcher, as the freedesktop draft and KDE have it.
const auto watcherName = u"org.kde.StatusNotifierWatcher"_s;
const auto watcherPath = u"/StatusNotifierWatcher"_s;
const auto hostProperty = u"IsStatusNotifierHostRegistered"_s;

constexpr int looksAtFirst = 24;
constexpr int seldom = 6;

QDBusMessage hostQuestion()
{
    QDBusMessage question = QDBusMessage::createMethodCall(watcherName, watcherPath,
                                                           u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setArguments({watcherName, hostProperty});
    question.setAutoStartService(false);
    return question;
}

} // namespace

LinuxTrayHost::LinuxTrayHost(std::function<bool()> embedded, std::chrono::milliseconds pause)
    : m_embedded(std::move(embedded))
    , m_pause(pause)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        auto *watcher =
            new QDBusServiceWatcher(watcherName, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
        connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &LinuxTrayHost::askForNotifierHost);
        // Signals that only D-Bus knows: a watcher may be there before its host.
        for (const QString &signal : {u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
            bus.connect(watcherName, watcherPath, watcherName, signal, this, SLOT(askForNotifierHost()));
        // The first answer is waited for, so that a start without a tray is known to be one.
        const QDBusReply<QDBusVariant> there = bus.call(hostQuestion(), QDBus::Block, 500);
        m_notifierHost = there.isValid() && there.value().variant().toBool();
    }
    connect(&m_looks, &QTimer::timeout, this, [this] {
        if (--m_looksLeft == 0)
            m_looks.setInterval(m_pause * seldom);
        look();
    });
    m_known = exists();
    look();
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &LinuxTrayHost::look);
}

bool LinuxTrayHost::available()
{
    look();
    return m_known;
}

// GNOME's top bar is black under the light scheme too.
bool LinuxTrayHost::isDark(bool darkScheme) const
{
    return darkScheme || qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("GNOME"_L1);
}

void LinuxTrayHost::askForNotifierHost()
{
    auto *call =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(hostQuestion(), 2000), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        m_notifierHost = reply.isValid() && reply.value().variant().toBool();
        call->deleteLater();
        look();
    });
}

void LinuxTrayHost::look()
{
    if (m_notifierHost) {
        m_looks.stop(); // the bus tells when it goes
    } else if (!m_looks.isActive()) {
        m_looksLeft = looksAtFirst;
        m_looks.start(m_pause);
    }
    const bool there = exists();
    // Told later: whoever asks may stand in the menu of the icon that goes with it.
    if (std::exchange(m_known, there) != there)
        QMetaObject::invokeMethod(this, &TrayHost::changed, Qt::QueuedConnection);
}

std::unique_ptr<TrayHost> systemTrayHost()
{
    return std::make_unique<LinuxTrayHost>();
}

} // namespace gatehouse
