// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/credentials/env_file.h"
#include "gateway/import/imported.h"

namespace gatehouse {

//! Reads \a text in any of the formats; which one it is, its content tells. \a environment is the `.env` that
//! lay beside it, empty if none; ImportedKey::origin is then the variable alone. Errors name the place.
Result<Imported> readImport(QByteArrayView text, const Environment &environment);

//! The file at \a path, at most 8 MiB, with the `.env` beside it; without one, with that above it if it is a
//! NodeGateway's and stands in a folder `config`.
Result<Imported> readImportFile(const QString &path);

} // namespace gatehouse
