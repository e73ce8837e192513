// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listen_failure.h"

#include "app/port_owner.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

QString listenFailure(const Listener &listener, const QString &message, bool addressInUse)
{
    const QString port = QString::number(listener.port);
    if (!addressInUse)
        return u"Cannot listen on %1 port %2: %3"_s.arg(listener.host, port, message);
    const QString owner = portOwner(listener.port);
    return u"The port %1 is taken by %2. Stop that, or choose another port with --port."_s.arg(
        port, owner.isEmpty() ? u"another program"_s : owner);
}

} // namespace gatehouse
