// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/port_owner.h"
#include "app/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Who listens on a port: what /proc/PID/fd shows for the sockets, and the users that they belong to.
struct Listeners
{
    QSet<QByteArray> links;
    QSet<QByteArray> users;
};

//! Adds those on \a port; the columns of the table are those of proc(5).
void addListeners(const QString &tablePath, quint16 port, Listeners &listeners)
{
    QFile table(tablePath);
    if (!table.open(QIODevice::ReadOnly))
        return;
    const QByteArrayList rows = table.readAll().split('\n');
    const QByteArray wanted = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    for (const QByteArray &row : rows) {
        const QByteArrayList columns = row.simplified().split(' ');
        constexpr int address = 1, state = 3, user = 7, inode = 9;
        if (columns.size() > inode && columns[address].endsWith(wanted) && columns[state] == "0A") {
            listeners.links.insert("socket:[" + columns[inode] + ']');
            listeners.users.insert(columns[user]);
        }
    }
}

QByteArray nameOf(const QString &folder)
{
    QFile name(folder + "/comm"_L1);
    return name.open(QIODevice::ReadOnly) ? name.readAll().trimmed() : QByteArray();
}

//! Whether the process is one of ours, run by one of \a users, that has closed its descriptors to us
//! (hideMemory()).
bool isHiddenGatehouse(const QString &folder, const QSet<QByteArray> &users)
{
    const QByteArray name = nameOf(folder);
    if ((name != "gatehouse" && name != "gatehoused") || QFileInfo(folder + "/fd"_L1).isReadable())
        return false;
    QFile status(folder + "/status"_L1);
    if (!status.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("Uid:"))
            return users.contains(line.simplified().split(' ').value(1));
    }
    return false;
}

QString shown(const QString &folder)
{
    return AppWords::tr("%1 (process %2)")
        .arg(QString::fromUtf8(nameOf(folder)), QFileInfo(folder).fileName());
}

bool holdsOne(const QString &descriptors, const QSet<QByteArray> &links)
{
    const QStringList names = QDir(descriptors).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        std::array<char, 64> target;
        const QByteArray path = QFile::encodeName(descriptors + u'/' + name);
        // Not QFile::symLinkTarget(), which takes `socket:[1]` for a file's name.
        const ssize_t length = ::readlink(path.constData(), target.data(), target.size());
        if (length > 0 && links.contains(QByteArray(target.data(), length)))
            return true;
    }
    return false;
}

} // namespace

QString portOwner(quint16 port)
{
    Listeners listeners;
    addListeners(u"/proc/net/tcp"_s, port, listeners);
    addListeners(u"/proc/net/tcp6"_s, port, listeners);
    if (listeners.links.isEmpty())
        return {};
    QStringList hidden;
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &process : processes) {
        const QString folder = u"/proc/"_s + process;
        if (holdsOne(folder + "/fd"_L1, listeners.links))
            return shown(folder);
        if (process.toLongLong() != QCoreApplication::applicationPid() &&
            isHiddenGatehouse(folder, listeners.users))
            hidden.append(folder);
    }
    return hidden.size() == 1 ? shown(hidden.front()) : QString(); // of several it may be any
}

} // namespace gatehouse
