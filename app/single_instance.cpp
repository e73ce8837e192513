// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include "app/log_sink.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int patienceMs = 3000;
constexpr qint64 longestMessage = 64;
constexpr char raiseVerb[] = "raise\n";
constexpr char answer[] = "ok\n";

//! In the data folder, which is its user's only; where that path is too long for a socket (sun_path holds
//! 108 bytes), in the runtime folder.
QString socketPathFor(const QString &dataDir)
{
    const QString path = dataDir + "/gatehouse.socket"_L1;
    if (path.toUtf8().size() < 90)
        return path;
    const QByteArray hash = QCryptographicHash::hash(dataDir.toUtf8(), QCryptographicHash::Sha256);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/gatehouse-"_L1 +
           QString::fromLatin1(hash.toHex().first(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_socketPath(socketPathFor(dataDir))
    , m_lock(dataDir + "/gatehouse.lock"_L1)
{
    m_lock.setStaleLockTime(0); // stale only when its process is gone
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

SingleInstance::Role SingleInstance::claim()
{
    if (!m_lock.tryLock(0)) {
        if (m_lock.error() == QLockFile::LockFailedError)
            return raiseFirst() ? Second : Deaf;
        qCWarning(lcApp) << "The lock in the data folder cannot be taken; a second start is not noticed.";
        return First;
    }
    QLocalServer::removeServer(m_socketPath);
    if (!m_server.listen(m_socketPath))
        qCWarning(lcApp).noquote() << "A second start cannot raise this window:" << m_server.errorString();
    return First;
}

void SingleInstance::release()
{
    m_server.close();
    m_lock.unlock();
}

void SingleInstance::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() >= longestMessage)
                    socket->abort();
                return;
            }
            if (socket->readLine(longestMessage) != raiseVerb)
                return socket->abort();
            socket->write(answer);
            socket->disconnectFromServer();
            Q_EMIT raiseRequested();
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        if (socket->bytesAvailable() > 0)
            read();
    }
}

bool SingleInstance::raiseFirst() const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write(raiseVerb);
    return socket.waitForBytesWritten(patienceMs) && socket.waitForReadyRead(patienceMs) &&
           socket.readAll() == answer;
}

} // namespace gatehouse
