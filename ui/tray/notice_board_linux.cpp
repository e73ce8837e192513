// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/notice_board_linux.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const auto serverName = u"org.freedesktop.Notifications"_s;
const auto serverPath = u"/org/freedesktop/Notifications"_s;
const auto clickAction = u"default"_s;
constexpr uchar normalUrgency = 1;
constexpr int usualTime = -1; // as the server has it

QString iconName(Tone tone)
{
    switch (tone) {
    case Tone::Bad:
        return u"dialog-error"_s;
    case Tone::Warning:
        return u"dialog-warning"_s;
    default:
        return u"dialog-information"_s;
    }
}

} // namespace

BusNoticeBoard::BusNoticeBoard()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // Signals that only D-Bus knows.
    bus.connect(serverName, serverPath, serverName, u"ActionInvoked"_s, this,
                SLOT(onActionInvoked(uint, QString)));
    bus.connect(serverName, serverPath, serverName, u"NotificationClosed"_s, this,
                SLOT(onNotificationClosed(uint, uint)));
}

void BusNoticeBoard::show(const Notice &notice)
{
    QDBusMessage call = QDBusMessage::createMethodCall(serverName, serverPath, serverName, u"Notify"_s);
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(normalUrgency)},
                            {u"desktop-entry"_s, u"gatehouse"_s}};
    constexpr uint replacesNone = 0;
    call.setArguments({u"Gatehouse"_s, replacesNone, iconName(notice.tone), notice.title, notice.text,
                       QStringList{clickAction, tr("Open Gatehouse")}, hints, usualTime});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            Q_EMIT refused(notice);
        else
            m_shown.insert(reply.value());
    });
}

void BusNoticeBoard::onActionInvoked(uint id, const QString &action)
{
    if (action == clickAction && m_shown.contains(id))
        Q_EMIT clicked();
}

void BusNoticeBoard::onNotificationClosed(uint id, uint)
{
    m_shown.remove(id);
}

std::unique_ptr<NoticeBoard> desktopNoticeBoard()
{
    return std::make_unique<BusNoticeBoard>();
}

} // namespace gatehouse
