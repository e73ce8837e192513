// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/port_owner.h"
#include "app/words.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! What /proc/PID/fd shows for each socket that listens on \a port; the columns are those of proc(5).
void addListeners(const QString &tablePath, quint16 port, QSet<QByteArray> &links)
{
    QFile table(tablePath);
    if (!table.open(QIODevice::ReadOnly))
        return;
    const QByteArrayList rows = table.readAll().split('\n');
    const QByteArray wanted = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    for (const QByteArray &row : rows) {
        const QByteArrayList columns = row.simplified().split(' ');
        constexpr int address = 1, state = 3, inode = 9;
        if (columns.size() > inode && columns[address].endsWith(wanted) && columns[state] == "0A")
            links.insert("socket:[" + columns[inode] + ']');
    }
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
    QSet<QByteArray> links;
    addListeners(u"/proc/net/tcp"_s, port, links);
    addListeners(u"/proc/net/tcp6"_s, port, links);
    if (links.isEmpty())
        return {};
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &process : processes) {
        const QString folder = u"/proc/"_s + process;
        QFile name(folder + "/comm"_L1);
        if (holdsOne(folder + "/fd"_L1, links) && name.open(QIODevice::ReadOnly))
            return AppWords::tr("%1 (process %2)").arg(QString::fromUtf8(name.readAll().trimmed()), process);
    }
    return {};
}

} // namespace gatehouse
