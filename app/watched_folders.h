// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gatehouse {

//! The folders to be watched for the file \a path to be found replaced: by itself, or with a folder or a
//! symbolic link on the way to it. Only such as exist and can be watched, but for its own.
QStringList watchedFolders(const QString &path);

} // namespace gatehouse
