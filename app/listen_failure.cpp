// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listen_failure.h"

#include "app/port_owner.h"
#include "app/words.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

QString listenFailure(const Listener &listener, const QString &message, bool addressInUse)
{
    const QString port = QString::number(listener.port);
    if (!addressInUse)
        return AppWords::tr("Cannot listen on %1 port %2: %3").arg(listener.host, port, message);
    const QString owner = portOwner(listener.port);
    return AppWords::tr("The port %1 is taken by %2. Stop that, or choose another port with --port.")
        .arg(port, owner.isEmpty() ? AppWords::tr("another program") : owner);
}

QString moveFailure(const Listener &listener, const QString &message, bool addressInUse)
{
    return AppWords::tr("%1 It still listens where it did before.")
        .arg(listenFailure(listener, message, addressInUse));
}

} // namespace gatehouse
