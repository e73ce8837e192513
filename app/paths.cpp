// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Qt takes the root of the file system for a home that is not known.
bool isInNoHome(QStandardPaths::StandardLocation place)
{
    return QDir::cleanPath(QStandardPaths::writableLocation(place)).startsWith(QDir::rootPath() + u'.');
}

} // namespace

Paths pathsFor(const Options &options)
{
    Paths paths;
    paths.configMayBeMissing = options.configPath.isEmpty();
    const QString config =
        paths.configMayBeMissing
            ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/config.json"_L1
            : options.configPath;
    paths.config = QDir::cleanPath(QFileInfo(config).absoluteFilePath());
    paths.environment = QFileInfo(paths.config).absolutePath() + "/.env"_L1;
    const QString data = options.dataDir.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                             : options.dataDir;
    paths.dataDir = QDir::cleanPath(QFileInfo(data).absoluteFilePath());
    paths.log = paths.dataDir + "/gatehouse.log"_L1;
    paths.usage = paths.dataDir + "/usage.sqlite"_L1;
    paths.capabilities = paths.dataDir + "/capabilities.json"_L1;
    return paths;
}

QString homelessProblem(const Options &options)
{
    if (!qEnvironmentVariableIsEmpty("HOME"))
        return {};
    const Command command = options.command;
    if (command == Command::Connect)
        return u"HOME is not set: the files of applications cannot be found without it."_s;
    const bool keepsData =
        command == Command::Serve || command == Command::Usage || command == Command::Import;
    QStringList missing;
    if (command != Command::Usage && options.configPath.isEmpty() &&
        isInNoHome(QStandardPaths::AppConfigLocation))
        missing += u"--config FILE"_s;
    if (keepsData && options.dataDir.isEmpty() && isInNoHome(QStandardPaths::AppLocalDataLocation))
        missing += u"--data-dir DIR"_s;
    return missing.isEmpty()
               ? QString()
               : u"HOME is not set, so that there are no usual places: name them with %1."_s.arg(
                     missing.join(u" and "));
}

bool makePrivateFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    const QString parent = QFileInfo(path).absolutePath();
    if (parent != path && !makePrivateFolder(parent))
        return false;
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    // Someone else may have made it meanwhile.
    return QDir().mkdir(path, ownerOnly) || QFileInfo(path).isDir();
}

} // namespace gatehouse
