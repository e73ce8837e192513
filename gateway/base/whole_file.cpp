// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/whole_file.h"

#include "gateway/base/file_owner.h"

#include <QSaveFile>

namespace gatehouse {

QString writeWholeFile(const QString &path, QByteArrayView bytes, FileReaders readers)
{
    QSaveFile file(path); // takes the permissions of the file that it replaces, not its owner
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    giveToOwnerOf(path, file.handle());
    // A commit() that flushes does not see that it fails (Qt 6.4): the file would be replaced by an empty
    // one.
    const bool saved = (readers == FileReaders::AsBefore ||
                        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) &&
                       file.write(bytes.data(), bytes.size()) == bytes.size() && file.flush() &&
                       file.commit();
    return saved ? QString() : file.errorString();
}

} // namespace gatehouse
