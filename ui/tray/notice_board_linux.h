// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tray/notice_board.h"

namespace gatehouse {

//! The notification server on the session bus (Desktop Notifications Specification 1.2). Asked directly:
//! QSystemTrayIcon makes only errors clickable, and takes clicks on other programs' notices for ours.
class BusNoticeBoard final : public NoticeBoard
{
    Q_OBJECT

public:
    BusNoticeBoard();

    void show(const Notice &notice) override;

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onNotificationClosed(uint id, uint reason);

private:
    QSet<uint> m_shown; //!< numbers the server gave to ours
};

} // namespace gatehouse
