// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_watch.h"

#include "app/watched_folders.h"
#include "gateway/base/logging.h"

#include <QDateTime>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

//! A file must have been left alone for so long before it is read, but in a folder that never rests
//! a change is still in force within a second.
constexpr auto quietTime = 300ms;
constexpr qint64 longestWaitMs = 500;

//! What changes whenever a file is written or replaced.
QByteArray fileStamp(const QString &path)
{
    const QFileInfo info(path);
    struct stat status = {}; // another file in its place may be as old and as long
    if (!info.exists() || ::stat(QFile::encodeName(path).constData(), &status) != 0)
        return "-";
    const auto time = [&](QFile::FileTime which) {
        return QByteArray::number(info.fileTime(which).toMSecsSinceEpoch());
    };
    return QByteArray::number(status.st_dev) + ' ' + QByteArray::number(status.st_ino) + ' ' +
           QByteArray::number(info.size()) + ' ' + time(QFile::FileModificationTime) + ' ' +
           time(QFile::FileMetadataChangeTime) + ' ' + info.canonicalFilePath().toUtf8();
}

} // namespace

ConfigWatch::ConfigWatch(Paths paths, QObject *parent)
    : QObject(parent)
    , m_paths(std::move(paths))
{
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &ConfigWatch::onSettled);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ConfigWatch::onEvent);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ConfigWatch::onEvent);
    read();
}

void ConfigWatch::read()
{
    m_settle.stop();
    watchFiles(); // before the look, so that nothing happens unseen in between
    m_stamp = stamp();
    m_state = readConfigFile(m_paths);
    if (m_state.exists)
        m_paths.configMayBeMissing = false; // from now on that would be an accident
}

void ConfigWatch::reload()
{
    read();
    Q_EMIT changed(m_state);
}

void ConfigWatch::onEvent(const QString &path)
{
    if (!m_settle.isActive())
        m_sinceFirst.start();
    else if (m_sinceFirst.elapsed() > longestWaitMs || !m_near.contains(path)) // whose rest is not waited for
        return;
    m_settle.start(quietTime);
}

void ConfigWatch::onSettled()
{
    watchFiles();
    if (stamp() != m_stamp)
        reload();
}

void ConfigWatch::watchFiles()
{
    QStringList wanted;
    m_near.clear();
    for (const QString &path : {m_paths.config, m_paths.environment}) {
        const QFileInfo info(path);
        wanted += watchedFolders(path);
        m_near += info.absolutePath();
        if (!info.exists())
            continue;
        wanted += {path, info.canonicalFilePath()};
        m_near += {path, info.canonicalFilePath(), QFileInfo(info.canonicalFilePath()).absolutePath()};
    }
    wanted.removeDuplicates();
    // A path that was replaced is watched as the file that it was: all are taken anew.
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
        m_watcher.removePaths(old);
    const QStringList failed = m_watcher.addPaths(wanted);
    if (!failed.isEmpty())
        qCWarning(lcConfig).noquote()
            << "Changes of the configuration are not noticed by themselves: the system"
            << "watches no more files. SIGHUP reloads it.";
}

QByteArray ConfigWatch::stamp() const
{
    return fileStamp(m_paths.config) + '\n' + fileStamp(m_paths.environment);
}

} // namespace gatehouse
