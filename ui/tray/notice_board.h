// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tray/notices.h"

#include <QObject>

#include <memory>

namespace gatehouse {

//! Where the desktop itself shows notices.
class NoticeBoard : public QObject
{
    Q_OBJECT

public:
    //! Answered later: with refused() where the desktop does not show it.
    virtual void show(const Notice &notice) = 0;

Q_SIGNALS:
    //! A person clicked on one of ours.
    void clicked();
    void refused(const gatehouse::Notice &notice);
};

//! The one of this desktop; null where notices go through the tray icon.
std::unique_ptr<NoticeBoard> desktopNoticeBoard();

} // namespace gatehouse
