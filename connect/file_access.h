// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/file_change.h"
#include "gateway/base/result.h"
#include "gateway/base/whole_file.h"

#include <QStringList>

namespace gatehouse {

//! The file that \a path means: what a symbolic link, or a chain of them, leads to.
QString targetOf(const QString &path);

//! The bytes of the settings file \a path; none if there is no such file. Errors: no regular file, larger
//! than 4 MiB, not readable, a link in a circle.
Result<std::optional<QByteArray>> readSettingsFile(const QString &path);

//! Puts \a bytes in place of \a path in one step. A link stays one, and permissions stay as \a readers asks;
//! a new file is for its owner alone. Returns why that failed, empty if it did not.
[[nodiscard]] QString writeSettingsFile(const QString &path, const QByteArray &bytes,
                                        FileReaders readers = FileReaders::AsBefore);

//! Takes the file \a path away from all but its owner. Returns why that failed, empty if it did not.
[[nodiscard]] QString closeToOthers(const QString &path);

//! Why the file \a path could not be changed now; empty if it could.
QString hindranceOf(const QString &path);

//! Makes the folder of \a path and those above it that are missing. Returns those it made, the outermost
//! first; none where it failed.
std::optional<QStringList> makeFolderOf(const QString &path);

} // namespace gatehouse
