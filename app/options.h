// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/log_line.h"
#include "app/usage_report.h"

#include <QString>

#include <optional>

namespace gatehouse {

//! What the program is started for.
enum class Command { Serve, CheckConfig, KeySet, KeyList, KeyRemove, ClientAdd, Usage };

//! What the command line says (contract, section 1).
struct Options
{
    Command command = Command::Serve;
    QString argument = {};   //!< of the command: `PROVIDER[/N]`, or a client's name
    QString configPath = {}; //!< empty: the usual place
    QString dataDir = {};    //!< empty: the usual place
    std::optional<QString> host = {};
    std::optional<quint16> port = {};
    bool demo = false;
    bool hidden = false;
    std::optional<LogLevel> logLevel = {}; //!< none: info, or what was chosen in the window
    LogFormat logFormat = LogFormat::Text;
    UsageReport usage = {}; //!< of Command::Usage

    bool operator==(const Options &) const = default;
};

} // namespace gatehouse
