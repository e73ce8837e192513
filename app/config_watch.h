// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_file.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace gatehouse {

//! Follows the configuration file and its `.env` through all that editors do to files: writing in
//! pieces, replacing, deleting and making anew, changing what a symbolic link points to.
class ConfigWatch final : public QObject
{
    Q_OBJECT

public:
    //! Reads the files at once.
    explicit ConfigWatch(Paths paths, QObject *parent = nullptr);

    //! What was found last.
    const ConfigFileState &state() const { return m_state; }

public Q_SLOTS:
    //! Reads the files again and tells of them, changed or not.
    void reload();

Q_SIGNALS:
    //! A file was written, be it with what it held before: a key in the keychain may be another now.
    void changed(const gatehouse::ConfigFileState &state);

private:
    void read();
    void onEvent(const QString &path);
    void onSettled();
    void watchFiles();
    QByteArray stamp() const;

    Paths m_paths;
    ConfigFileState m_state;
    QByteArray m_stamp;
    QFileSystemWatcher m_watcher;
    QStringList m_near; //!< of what is watched: the files, and the folders that they lie in
    QTimer m_settle;
    QElapsedTimer m_sinceFirst; //!< event that is not dealt with yet
};

} // namespace gatehouse
