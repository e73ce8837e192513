// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ready_line.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

bool isEveryAddress(const QString &host)
{
    return host == "0.0.0.0"_L1 || host == "::"_L1 || host == "[::]"_L1;
}

QByteArray listeningUrl(const QString &host, quint16 port)
{
    // Every address includes this machine's own; requests to `0.0.0.0` by name are refused.
    const bool everyAddress = isEveryAddress(host);
    const bool bare = host.contains(u':') && !host.startsWith(u'[');
    const QByteArray name = everyAddress ? QByteArray("127.0.0.1") : host.toUtf8();
    return "http://" + (bare && !everyAddress ? '[' + name + ']' : name) + ':' + QByteArray::number(port);
}

QByteArray readyLine(const QByteArray &url)
{
    return R"({"event":"listening","url":")" + url + "\"}\n";
}

} // namespace gatehouse
