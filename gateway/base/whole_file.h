// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace gatehouse {

//! Who may read a file that is written: its owner alone, or whoever could before (a new one: by the umask).
enum class FileReaders { AsBefore, OwnerOnly };

//! Puts \a bytes in the place of what \a path holds, all of them or none: a full disk leaves it as it was.
//! The file stays with its owner and group, as far as the system lets it. Empty, or in the system's words why
//! it is as it was.
[[nodiscard]] QString writeWholeFile(const QString &path, QByteArrayView bytes, FileReaders readers);

} // namespace gatehouse
