// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QMutex>
#include <QMutexLocker>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <atomic>

namespace gatehouse {

//! A StatusNotifierWatcher as far as a program asks before it shows an icon.
class FakeWatcher final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)

public:
    bool hasHost() const { return m_host; }
    void setHost(bool there)
    {
        m_host = there;
        if (there)
            Q_EMIT StatusNotifierHostRegistered();
        else
            Q_EMIT StatusNotifierHostUnregistered();
    }

Q_SIGNALS:
    void StatusNotifierHostRegistered();
    void StatusNotifierHostUnregistered();

private:
    std::atomic<bool> m_host = false;
};

//! A notification server that remembers what it was told last.
class FakeNotifications final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Call
    {
        QString title;
        QString text;
        QStringList actions;
    };

    Call last() const
    {
        const QMutexLocker locked(&m_mutex);
        return m_last;
    }

public Q_SLOTS:
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        const QMutexLocker locked(&m_mutex);
        m_last = {title, text, actions};
        return 7;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    mutable QMutex m_mutex;
    Call m_last;
};

} // namespace gatehouse
