// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace gatehouse {

//! \a parts one after the other, as the language of the window separates them.
inline QString listed(const QStringList &parts)
{
    return parts.join(QCoreApplication::translate("gatehouse::listed", ", "));
}

} // namespace gatehouse
