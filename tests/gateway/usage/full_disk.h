// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

namespace gatehouse {

//! A file system of one mebibyte; only root can have it.
class SmallDisk final
{
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(folder)
    {
        m_mounted = geteuid() == 0 &&
                    QProcess::execute(QStringLiteral("mount"),
                                      {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                       QStringLiteral("size=1m"), QStringLiteral("tmpfs"), folder}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), m_folder});
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isMounted() const { return m_mounted; }
    bool remount(const QString &option) const
    {
        return QProcess::execute(
                   QStringLiteral("mount"),
                   {QStringLiteral("-o"), QString(QStringLiteral("remount,") + option), m_folder}) == 0;
    }

private:
    QString m_folder;
    bool m_mounted = false;
};

//! While it lives, no file of this process may grow beyond \a size.
class FileSizeLimit final
{
public:
    explicit FileSizeLimit(qint64 size)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(size);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
};

} // namespace gatehouse
