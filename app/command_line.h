// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

#include <QStringList>

namespace gatehouse {

//! The two programs that share this command line: the tray application, and the one without a window.
enum class ProgramKind { Tray, Daemon };

//! What came of reading the command line: options to go on with, or a text to end with.
struct CommandLine
{
    std::optional<int> exitCode = {}; //!< set: print `text` (0: on stdout, else on stderr) and end
    QString text = {};
    Options options = {};
};

//! Reads \a arguments, whose first is the program's own name. Options may stand before or after a
//! command. `--help` and `--version` end with 0, anything wrong with 2 and a hint.
CommandLine readCommandLine(ProgramKind program, const QStringList &arguments);

} // namespace gatehouse
