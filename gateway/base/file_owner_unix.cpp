// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/file_owner.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse {

void giveToOwnerOf(const QString &path, int descriptor)
{
    struct stat before = {};
    struct stat now = {};
    if (::stat(QFile::encodeName(path).constData(), &before) != 0 || ::fstat(descriptor, &now) != 0)
        return;
    // Each for itself: one may be allowed where the other is not.
    [[maybe_unused]] int given = 0;
    if (before.st_gid != now.st_gid)
        given = ::fchown(descriptor, uid_t(-1), before.st_gid);
    if (before.st_uid != now.st_uid)
        given = ::fchown(descriptor, before.st_uid, gid_t(-1));
}

} // namespace gatehouse
