// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/log_line.h"
#include "app/usage_report.h"

#include <QString>

#include <optional>

namespace gatehouse {

//! What the program is started for.
enum class Command {
    Serve,
    CheckConfig,
    KeySet,
    KeyList,
    KeyRemove,
    ClientAdd,
    Usage,
    Connect,
    Export,
    Import
};

//! How `export` and `import` are to be done.
struct ImportOptions
{
    bool withoutClients = false; //!< of an export
    bool replace = false;        //!< instead of a merge
    bool dryRun = false;         //!< only show
    bool yes = false;            //!< do not ask

    bool operator==(const ImportOptions &) const = default;
};

//! How `connect` is to be done.
struct ConnectOptions
{
    QString model = {}; //!< empty: the application's own choice
    bool undo = false;
    bool dryRun = false; //!< only show
    bool yes = false;    //!< do not ask

    bool operator==(const ConnectOptions &) const = default;
};

//! What the command line says (contract, section 1).
struct Options
{
    Command command = Command::Serve;
    QString argument = {};   //!< of the command: `PROVIDER[/N]`, a client's name, an application, or a file
    QString configPath = {}; //!< empty: the usual place
    QString dataDir = {};    //!< empty: the usual place
    std::optional<QString> host = {};
    std::optional<quint16> port = {};
    bool demo = false;
    bool hidden = false;
    std::optional<LogLevel> logLevel = {}; //!< none: info, or what was chosen in the window
    LogFormat logFormat = LogFormat::Text;
    ImportOptions import = {};   //!< of Command::Export and Command::Import
    UsageReport usage = {};      //!< of Command::Usage
    ConnectOptions connect = {}; //!< of Command::Connect

    bool operator==(const Options &) const = default;
};

} // namespace gatehouse
