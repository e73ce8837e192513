// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connected.h"
#include "connect/file_change.h"
#include "connect/settings_text.h"

namespace gatehouse {

//! What becomes of the file of \a wanted; \a earlier is what was written there before, null if nothing was.
Result<FileChange> planFile(const SettingsFile &wanted, const WrittenFile *earlier);

//! What is to be remembered of \a change, which planFile() made.
Result<WrittenFile> recordOf(const SettingsFile &wanted, const FileChange &change,
                             const WrittenFile *earlier);

//! What becomes of \a written when it is taken back: the backup where nobody else has touched the file, or
//! where it is gone though there was one before us; else
//! what it says now without our settings, and with what stood in their places. A setting of ours that says
//! something else now stays, and is named in FileChange::left.
Result<FileChange> planFileBack(const WrittenFile &written);

} // namespace gatehouse
