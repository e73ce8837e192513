// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/autostart.h"
#include "app/words.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

bool startsAtLogin()
{
    return false;
}

QString setStartsAtLogin(bool on, const QStringList &)
{
    return on ? AppWords::tr(
                    "The program cannot set this up on this system yet; add it to your login items yourself.")
              : QString();
}

} // namespace gatehouse
