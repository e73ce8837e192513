// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace gatehouse {

//! Sees to it that one tray program runs for a data folder: the first one holds a lock and listens on a
//! socket that only its user can open; the others say `raise` to it, the one verb there is.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);

    enum Role {
        First,
        Second, //!< the first one has been raised
        Deaf,   //!< there is a first one, but it does not answer
    };
    //! Waits for the first one's answer for at most three seconds. What a crashed run left does not hinder.
    Role claim();
    //! Lets another one be the first from now on.
    void release();

Q_SIGNALS:
    //! Another one was started.
    void raiseRequested();

private:
    void onConnection();
    bool raiseFirst() const;

    QString m_socketPath;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace gatehouse
