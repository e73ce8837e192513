// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/process_look.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <climits>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse::soak {
namespace {

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 statusField(qint64 pid, const QByteArray &field)
{
    for (const QByteArray &line : textOf(u"/proc/%1/status"_s.arg(pid)).split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size()).trimmed().split(' ').constFirst().toLongLong();
    }
    return 0;
}

struct Connection
{
    quint16 local = 0;
    quint16 remote = 0;
};

quint16 portOf(const QByteArray &address)
{
    return address.mid(address.indexOf(':') + 1).toUShort(nullptr, 16);
}

//! All TCP connections by the inode of their socket (proc(5), /proc/net/tcp).
QHash<QByteArray, Connection> connections()
{
    QHash<QByteArray, Connection> all;
    for (const QByteArray &line : textOf(u"/proc/net/tcp"_s).split('\n')) {
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() > 9 && fields[9] != "0")
            all.insert(fields[9], {portOf(fields[1]), portOf(fields[2])});
    }
    return all;
}

//! What the symbolic link \a path says; /proc's links lead to no file.
QByteArray linkText(const QString &path)
{
    char text[PATH_MAX];
    const ssize_t size = ::readlink(QFile::encodeName(path).constData(), text, sizeof text);
    return {text, qMax<ssize_t>(0, size)};
}

//! Sockets and pipes without their number.
QByteArray kindOf(const QByteArray &target)
{
    const bool numbered = target.startsWith("socket:") || target.startsWith("pipe:");
    return numbered ? target.left(target.indexOf(':')) : target;
}

} // namespace

Descriptors descriptorsOf(qint64 pid, quint16 ownPort, const QSet<quint16> &providerPorts)
{
    Descriptors found;
    const QDir folder(u"/proc/%1/fd"_s.arg(pid));
    const QStringList names = folder.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    if (names.isEmpty()) {
        found.listed = false;
        found.others = int(statusField(pid, "FDSize:"));
        return found;
    }
    const QHash<QByteArray, Connection> all = connections();
    for (const QString &name : names) {
        const QByteArray target = linkText(folder.filePath(name));
        const bool socket = target.startsWith("socket:[");
        const Connection connection = socket ? all.value(target.mid(8).chopped(1)) : Connection{};
        if (connection.local == ownPort && connection.remote != 0)
            ++found.clients;
        else if (providerPorts.contains(connection.remote))
            ++found.providers;
        else {
            ++found.others;
            ++found.kinds[kindOf(target)];
        }
    }
    return found;
}

qint64 residentKiB(qint64 pid)
{
    return statusField(pid, "VmRSS:");
}

} // namespace gatehouse::soak
