// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ready_line.h"

namespace gatehouse {

QByteArray listeningUrl(const QString &host, quint16 port)
{
    const bool bare = host.contains(u':') && !host.startsWith(u'[');
    const QByteArray name = host.toUtf8();
    return "http://" + (bare ? '[' + name + ']' : name) + ':' + QByteArray::number(port);
}

QByteArray readyLine(const QByteArray &url)
{
    return R"({"event":"listening","url":")" + url + "\"}\n";
}

} // namespace gatehouse
