// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/file_access.h"

#include "connect/formats.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr int longestChain = 32;

} // namespace

QString targetOf(const QString &path)
{
    QString target = path;
    for (int i = 0; i < longestChain && QFileInfo(target).isSymLink(); ++i)
        target = QDir::cleanPath(QFileInfo(target).symLinkTarget());
    return target;
}

Result<std::optional<QByteArray>> readSettingsFile(const QString &path)
{
    const QString target = targetOf(path);
    const QFileInfo info(target);
    if (info.isSymLink())
        return settingsRefused(
            QCoreApplication::translate("gatehouse::Connections", "%1 is a link that leads nowhere")
                .arg(path));
    if (!info.exists())
        return std::optional<QByteArray>();
    if (!info.isFile()) // a pipe would be waited for, a device never end
        return settingsRefused(
            QCoreApplication::translate("gatehouse::Connections", "%1 is not a regular file").arg(path));
    if (info.size() > largestFile)
        return settingsRefused(
            QCoreApplication::translate("gatehouse::Connections", "%1 is larger than 4 MiB").arg(path));
    QFile file(target);
    if (!file.open(QIODevice::ReadOnly))
        return settingsRefused(QCoreApplication::translate("gatehouse::Connections", "%1 cannot be read: %2")
                                   .arg(path, file.errorString()));
    return std::optional<QByteArray>(file.readAll());
}

QString writeSettingsFile(const QString &path, const QByteArray &bytes, FileReaders readers)
{
    const QString target = targetOf(path);
    const bool isNew = !QFileInfo::exists(target);
    const QString problem = writeWholeFile(target, bytes, isNew ? FileReaders::OwnerOnly : readers);
    return problem.isEmpty()
               ? problem
               : QCoreApplication::translate("gatehouse::Connections", "%1 cannot be written: %2")
                     .arg(path, problem);
}

QString closeToOthers(const QString &path)
{
    constexpr QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner;
    QFile file(targetOf(path));
    // What Qt calls the user is whoever runs this, here the owner.
    if (!file.exists() || !(file.permissions() & ~own & ~(QFile::ReadUser | QFile::WriteUser)))
        return {};
    return file.setPermissions(own)
               ? QString()
               : QCoreApplication::translate("gatehouse::Connections", "%1 stays readable by others: %2")
                     .arg(path, file.errorString());
}

QString hindranceOf(const QString &path)
{
    const QFileInfo info(targetOf(path));
    // The owner may replace a file that he has made read-only; he will have meant it, though.
    if (info.exists() && !(info.permissions() & QFile::WriteOwner))
        return QCoreApplication::translate("gatehouse::Connections", "%1 is read-only").arg(path);
    return {};
}

std::optional<QStringList> makeFolderOf(const QString &path)
{
    QStringList missing;
    QString folder = QFileInfo(targetOf(path)).absolutePath();
    while (!QFileInfo::exists(folder)) {
        missing.prepend(folder);
        folder = QFileInfo(folder).absolutePath();
    }
    for (const QString &each : missing) {
        if (!QDir().mkdir(each, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            return {};
    }
    return missing;
}

} // namespace gatehouse
