// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/log_judge.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

namespace gatehouse::soak {

//! The program that is watched: `gatehoused` or `gatehouse`, with a configuration and a data folder of its
//! own, on a free port. Its log is read and judged while it runs.
class Program final : public QObject
{
    Q_OBJECT

public:
    explicit Program(const QString &path);
    ~Program() override;

    //! Its files may be put there before start().
    QString dataDir() const { return m_folder.filePath(QStringLiteral("data")); }
    //! Replaces a file beside `config.json`, or that one, as editors do: a new file takes the old one's
    //! place.
    void save(const QString &name, const QByteArray &text) const;

    //! Leaves them there, for whoever wants to see why, and tells where.
    QString keepFiles()
    {
        m_folder.setAutoRemove(false);
        return m_folder.path();
    }

    //! Whether it listens, within a minute.
    bool start();
    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); }
    bool runs() const { return m_process.state() == QProcess::Running; }
    void hangUp() const; //!< SIGHUP
    //! SIGTERM; its exit code, -1 if it crashed or goes on for a minute.
    int stop();

    const LogJudge &log() const { return m_log; }

private:
    void read();

    QTemporaryDir m_folder;
    QProcess m_process;
    LogJudge m_log;
    quint16 m_port = 0;
};

} // namespace gatehouse::soak
