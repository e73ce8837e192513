// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_command.h"

#include "app/config_file.h"
#include "app/exit_code.h"
#include "gateway/base/whole_file.h"
#include "gateway/import/export_config.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whether the file could be read, whatever its values are worth: a literal key is taken out anyway.
bool isReadable(const ConfigFileState &state)
{
    const QList<Problem> ofValues = check(state.reading.config);
    const QList<Problem> &all = state.reading.problems;
    return std::all_of(all.cbegin(), all.cend(),
                       [&](const Problem &problem) { return problem.warning || ofValues.contains(problem); });
}

//! Whether both are there, and one file.
bool isSameFile(const QString &a, const QString &b)
{
    const QString place = QFileInfo(a).canonicalFilePath();
    return !place.isEmpty() && place == QFileInfo(b).canonicalFilePath();
}

//! Why \a text could not be put into the file \a path; empty if it could.
QString write(const QString &path, const QByteArray &text)
{
    const QString problem = writeWholeFile(path, text, FileReaders::OwnerOnly);
    return problem.isEmpty() ? problem : u"%1 cannot be written: %2"_s.arg(path, problem);
}

} // namespace

int exportConfig(const Options &options, const Console &console)
{
    const auto refuse = [&](const QString &message, ExitCode code) {
        console.say(message);
        return code;
    };
    const Paths paths = pathsFor(options);
    const ConfigFileState state = readConfigFile(paths);
    if (!isReadable(state))
        return refuse(u"The configuration cannot be read: see gatehoused --check-config."_s, BadInput);
    const QByteArray text = exportedConfig(state.reading.config, {.clients = !options.import.withoutClients});
    if (text.isEmpty())
        return refuse(u"The configuration has values that no file can say: see gatehoused --check-config."_s,
                      BadInput);
    const bool toFile = !options.argument.isEmpty() && options.argument != u'-';
    if (!toFile) {
        console.out.write(text);
    } else if (isSameFile(options.argument, paths.config)) {
        return refuse(u"%1 is the configuration itself."_s.arg(options.argument), BadInput);
    } else if (const QString problem = write(options.argument, text); !problem.isEmpty()) {
        return refuse(problem, Failed);
    }
    for (const QString &taken : takenOutOfExport(state.reading.config))
        console.say(u"Taken out: "_s + taken);
    for (const Problem &problem : state.reading.problems) {
        if (isUnknownField(problem))
            console.say(u"Taken out: %1, a field that is not known here."_s.arg(problem.path));
    }
    if (toFile)
        console.say(u"%1 holds the configuration, and no key."_s.arg(options.argument));
    return Ended;
}

} // namespace gatehouse
