// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/notice_board.h"

namespace gatehouse {

std::unique_ptr<NoticeBoard> desktopNoticeBoard()
{
    return nullptr;
}

} // namespace gatehouse
