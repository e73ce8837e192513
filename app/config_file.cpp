// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"

#include "app/fault.h"
#include "app/words.h"
#include "gateway/base/whole_file.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 largestFile = 1024 * 1024;

Problem fileProblem(const QString &path, const QString &message, bool warning = false)
{
    return {path, message, warning};
}

//! Secrets in a file that others read are theirs too; one that others write may send ours elsewhere.
void checkPermissions(const QFileInfo &file, QList<Problem> &problems)
{
    const QFile::Permissions permissions = file.permissions();
    if (permissions & (QFile::WriteGroup | QFile::WriteOther))
        problems.append(
            fileProblem(file.filePath(),
                        AppWords::tr("other users may change this file; make it private: chmod 600"), true));
    else if (permissions & (QFile::ReadGroup | QFile::ReadOther))
        problems.append(
            fileProblem(file.filePath(),
                        AppWords::tr("other users may read this file; make it private: chmod 600"), true));
}

//! The bytes of the file \a path, which exists.
Result<QByteArray> readRegularFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile()) // a pipe would be waited for, a device never end
        return fault(AppWords::tr("is not a regular file"));
    if (info.size() > largestFile)
        return fault(AppWords::tr("is larger than 1 MiB"));
    QFile file(path);
    // Unbuffered: no copy of a key is left in a buffer.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fault(AppWords::tr("cannot be read: ") + file.errorString());
    QByteArray bytes = file.read(largestFile + 1);
    bytes.squeeze(); // it is kept, and read() has made room for the largest
    return bytes;
}

void readEnvironment(const QString &path, ConfigFileState &state)
{
    state.environment = Environment::fromProcess();
    const QFileInfo info(path);
    if (!info.exists())
        return;
    QList<Problem> &problems = state.reading.problems;
    checkPermissions(info, problems);
    Result<QByteArray> text = readRegularFile(path);
    if (!text) {
        problems.append(fileProblem(path, text.error().message, true));
        return;
    }
    const QList<BadLine> lines = state.environment.readFile(*text);
    wipe(*text);
    for (const BadLine &line : lines)
        problems.append(fileProblem(path + u':' + QString::number(line.number), line.message, true));
}

} // namespace

ConfigFileState readConfigFile(const Paths &paths)
{
    ConfigFileState state;
    const QFileInfo info(paths.config);
    state.exists = info.exists();
    if (state.exists) {
        Result<QByteArray> text = readRegularFile(paths.config);
        if (text) {
            state.text = *std::move(text);
            state.reading = readConfig(state.text);
            checkPermissions(info, state.reading.problems);
        } else {
            state.reading.problems.append(fileProblem(paths.config, text.error().message));
        }
    } else if (info.isSymLink() || !paths.configMayBeMissing) {
        state.reading.problems.append(fileProblem(paths.config, AppWords::tr("does not exist")));
    }
    readEnvironment(paths.environment, state);
    return state;
}

QString writeConfigFile(const Paths &paths, const QByteArray &text)
{
    if (!makePrivateFolder(QFileInfo(paths.config).absolutePath()))
        return AppWords::tr("The folder of %1 cannot be made.").arg(paths.config);
    const QString problem = writeWholeFile(paths.config, text, FileReaders::OwnerOnly);
    return problem.isEmpty() ? problem : AppWords::tr("%1 cannot be written: %2").arg(paths.config, problem);
}

QString problemLine(const Problem &problem)
{
    const QString place = problem.path.isEmpty() ? QString() : problem.path + u": "_s;
    return (problem.warning ? u"warning "_s : u"error "_s) + place + problem.message;
}

} // namespace gatehouse
