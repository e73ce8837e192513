// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/autostart.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

bool startsAtLogin()
{
    return false;
}

QString setStartsAtLogin(bool on, const QStringList &)
{
    return on ? u"The program cannot set this up on this system yet; add it to your login items yourself."_s
              : QString();
}

} // namespace gatehouse
