// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paths.h"
#include "gateway/config/config_json.h"
#include "gateway/credentials/env_file.h"

#include <QByteArray>

namespace gatehouse {

//! What one look at the configuration file, and at the `.env` beside it, found.
struct ConfigFileState
{
    bool exists = false;     //!< of the configuration file
    QByteArray text;         //!< the configuration as it stands in the file
    ConfigReading reading;   //!< where the usual file does not exist: valid and without providers
    Environment environment; //!< the process's own before that of `.env`
};

//! Reads the configuration and the `.env` beside it; problems with the files themselves are among the
//! reading's, under the path of the file. Never waits: only regular files are opened.
ConfigFileState readConfigFile(const Paths &paths);

//! Puts \a text in place of the configuration file in one step, readable by its owner only; a symbolic
//! link stays one. Returns why that failed, empty if it did not.
[[nodiscard]] QString writeConfigFile(const Paths &paths, const QByteArray &text);

//! \a problem in one line, such as `error /providers/0/baseUrl: is not a URL`.
QString problemLine(const Problem &problem);

} // namespace gatehouse
