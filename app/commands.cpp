// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include "app/client_commands.h"
#include "app/config_file.h"
#include "app/connect_command.h"
#include "app/effective_config.h"
#include "app/exit_code.h"
#include "app/export_command.h"
#include "app/import_command.h"
#include "app/key_commands.h"
#include "app/keychain.h"
#include "app/paths.h"
#include "app/usage_command.h"

#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

QString countOf(qsizetype count, const QString &what)
{
    return u"%1 %2%3"_s.arg(QString::number(count), what, count == 1 ? QString() : u"s"_s);
}

int checkConfig(const Options &options, const Console &console)
{
    const Paths paths = pathsFor(options);
    const ConfigFileState state = readConfigFile(paths);
    const ConfigReading reading = effectiveConfig(state.reading, overridesOf(options));
    for (const Problem &problem : reading.problems)
        console.print(problemLine(problem));
    const qsizetype warnings = std::count_if(reading.problems.cbegin(), reading.problems.cend(),
                                             [](const Problem &problem) { return problem.warning; });
    const qsizetype errors = reading.problems.size() - warnings;
    if (!state.exists && errors == 0)
        console.print(u"%1 does not exist: no providers are configured."_s.arg(paths.config));
    else
        console.print(u"%1: %2, %3."_s.arg(paths.config,
                                           errors == 0 ? u"valid"_s : countOf(errors, u"error"_s),
                                           countOf(warnings, u"warning"_s)));
    return errors == 0 ? Ended : BadInput;
}

} // namespace

int runCommand(const Options &options, SecretStore &store, const Console &console)
{
    switch (options.command) {
    case Command::CheckConfig:
        return checkConfig(options, console);
    case Command::KeySet:
        return setKey(options, store, console);
    case Command::KeyList:
        return listKeys(options, store, console);
    case Command::KeyRemove:
        return removeKey(options, store, console);
    case Command::ClientAdd:
        return addClient(options, console);
    case Command::Usage:
        return printUsage(options, console);
    case Command::Export:
        return exportConfig(options, console);
    case Command::Import:
        return importConfig(options, store, console);
    case Command::Connect:
        return connectApp(options, console);
    case Command::Serve:
        break;
    }
    return Failed;
}

int runCommand(const Options &options)
{
    Keychain keychain(std::chrono::minutes(1)); // someone may have to type the keychain's password first
    QFile in, out, err;
    const bool open = in.open(stdin, QIODevice::ReadOnly) &&
                      out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                      err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered);
    if (!open)
        return Failed;
    const Console console{in, out, err, inputIsTerminal(), outputIsTerminal()};
    const int code = runCommand(options, keychain, console);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    return console.refuse(
        u"Not all could be written to standard output: what stands there is not complete."_s, Failed);
}

} // namespace gatehouse
