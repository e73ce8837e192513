// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watched_folders.h"

#include <QFileInfo>

namespace gatehouse {

// Not those above: other systems tell of all that happens below a watched folder, at any depth.
QStringList watchedFolders(const QString &path)
{
    const QFileInfo file(path);
    QString folder = file.absolutePath();
    while (!QFileInfo(folder).isDir() && QFileInfo(folder).absolutePath() != folder)
        folder = QFileInfo(folder).absolutePath();
    QStringList folders = {folder};
    if (file.exists())
        folders += QFileInfo(file.canonicalFilePath()).absolutePath();
    return folders;
}

} // namespace gatehouse
