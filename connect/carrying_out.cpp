// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/carrying_out.h"

#include "connect/file_access.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace gatehouse {
namespace {

QString carryOut(const FileChange &change, FileReaders readers)
{
    if (change.changesNothing())
        return readers == FileReaders::OwnerOnly ? closeToOthers(change.path) : QString();
    if (change.after) {
        if (!makeFolderOf(change.path))
            return QCoreApplication::translate("gatehouse::Connections", "The folder of %1 cannot be made")
                .arg(change.path);
        return writeSettingsFile(change.path, *change.after, readers);
    }
    return QFile::remove(targetOf(change.path))
               ? QString()
               : QCoreApplication::translate("gatehouse::Connections", "%1 cannot be removed")
                     .arg(change.path);
}

} // namespace

QString whyNot(const QList<FileChange> &changes)
{
    for (const FileChange &change : changes) {
        const auto current = readSettingsFile(change.path);
        if (!current)
            return current.error().message;
        if (*current != change.before)
            return QCoreApplication::translate("gatehouse::Connections",
                                               "%1 has changed in the meantime; nothing was written")
                .arg(change.path);
        if (const QString why = hindranceOf(change.path); !why.isEmpty() && !change.changesNothing())
            return why;
    }
    return {};
}

QString carryOut(const QList<FileChange> &changes, const QByteArray &secret)
{
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const bool isSecret = !secret.isEmpty() && changes[i].after && changes[i].after->contains(secret);
        const QString why = carryOut(changes[i], isSecret ? FileReaders::OwnerOnly : FileReaders::AsBefore);
        if (why.isEmpty())
            continue;
        while (i-- > 0)
            (void)carryOut(FileChange{changes[i].path, changes[i].after, changes[i].before},
                           FileReaders::AsBefore);
        return why;
    }
    return {};
}

void removeFolders(const QStringList &folders)
{
    for (qsizetype i = folders.size(); i-- > 0;)
        QDir().rmdir(folders[i]); // fails, rightly, where something else is in it
}

} // namespace gatehouse
