// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_versions.h"

#include "app/fault.h"
#include "app/paths.h"
#include "gateway/base/whole_file.h"
#include "gateway/config/without_secrets.h"

#include <QCoreApplication>
#include <QDir>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr auto nameFormat = "yyyy-MM-ddTHH-mm-ss.zzz"_L1;
constexpr auto nameEnd = "Z.json"_L1;
constexpr qint64 largestVersion = 1024 * 1024; // as readConfig() has it

//! Whose text this is, for translators.
struct ConfigVersionsWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ConfigVersions)
};

QString nameOf(const QDateTime &time)
{
    return time.toString(QString(nameFormat)) + nameEnd;
}

//! When the version in the file of that name was kept; invalid if the name is no version's.
QDateTime timeOf(const QString &name)
{
    if (!name.endsWith(nameEnd))
        return {};
    const QDateTime read = QDateTime::fromString(name.chopped(nameEnd.size()), QString(nameFormat));
    const QDateTime time = QDateTime(read.date(), read.time(), QTimeZone::utc()).toUTC();
    return nameOf(time) == name ? time : QDateTime();
}

} // namespace

ConfigVersions::ConfigVersions(const QString &dataDir)
    : m_folder(dataDir + "/versions"_L1)
{
}

QString ConfigVersions::keep(const QByteArray &text)
{
    if (text.trimmed().isEmpty())
        return {};
    if (text.size() > largestVersion)
        return ConfigVersionsWords::tr("The configuration is too large to be kept.");
    const QByteArray safe = withoutSecrets(text);
    QDateTime time = QDateTime::currentDateTimeUtc();
    const QList<ConfigVersion> before = list();
    if (!before.isEmpty()) {
        const Result<QByteArray> newest = read(before.front().path);
        if (newest && *newest == safe)
            return {};
        // Also when the clock was set back, the newest is the one kept last.
        time = std::max(time, before.front().time.addMSecs(1));
    }
    const QString problem = write(safe, time);
    if (!problem.isEmpty())
        return problem;
    for (const ConfigVersion &version : list().mid(kept)) {
        if (!QFile::remove(version.path))
            return ConfigVersionsWords::tr("The old version %1 cannot be removed.").arg(version.path);
    }
    return {};
}

QString ConfigVersions::write(const QByteArray &text, const QDateTime &time)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (!makePrivateFolder(m_folder) || !QFile::setPermissions(m_folder, ownerOnly | QFile::ExeOwner))
        return ConfigVersionsWords::tr("The folder %1 cannot be made, or not be made private.").arg(m_folder);
    const QString path = m_folder + u'/' + nameOf(time);
    const QString problem = writeWholeFile(path, text, FileReaders::OwnerOnly);
    return problem.isEmpty() ? problem
                             : ConfigVersionsWords::tr("%1 cannot be written: %2").arg(path, problem);
}

QList<ConfigVersion> ConfigVersions::list() const
{
    QList<ConfigVersion> versions;
    for (const QFileInfo &file :
         QDir(m_folder).entryInfoList(QDir::Files | QDir::NoSymLinks | QDir::Hidden)) {
        if (const QDateTime time = timeOf(file.fileName()); time.isValid())
            versions.append({file.filePath(), time, file.size()});
    }
    std::sort(versions.begin(), versions.end(),
              [](const ConfigVersion &a, const ConfigVersion &b) { return a.time > b.time; });
    return versions;
}

Result<QByteArray> ConfigVersions::read(const QString &path) const
{
    const QList<ConfigVersion> versions = list();
    const auto version = std::find_if(versions.cbegin(), versions.cend(),
                                      [&](const ConfigVersion &one) { return one.path == path; });
    if (version == versions.cend())
        return fault(ConfigVersionsWords::tr("%1 is no earlier version that is kept.").arg(path));
    QFile file(path);
    if (version->bytes > largestVersion || !file.open(QIODevice::ReadOnly))
        return fault(ConfigVersionsWords::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    return file.read(largestVersion);
}

} // namespace gatehouse
