// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_connection.h"

#include <QTimer>

#include <sys/socket.h>

namespace gatehouse {
namespace {

constexpr qint64 writeAhead = 256 * 1024;

} // namespace

FakeConnection::FakeConnection(QTcpSocket *socket, int number, Provider provider, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_number(number)
    , m_provider(std::move(provider))
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &FakeConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &FakeConnection::play);
    connect(m_socket, &QTcpSocket::disconnected, this, &FakeConnection::onGone);
    onReadyRead();
}

void FakeConnection::lookAtGate()
{
    play();
}

void FakeConnection::onReadyRead()
{
    m_in += m_socket->readAll();
    FakeRequest request;
    while (m_step < 0 && takeRequest(m_in, request)) {
        request.connection = m_number;
        m_steps = m_provider.answer(std::move(request)).steps();
        m_step = 0;
        m_progress = 0;
        play();
    }
}

void FakeConnection::play()
{
    if (m_playing)
        return; // called by what a step writes
    m_playing = true;
    while (m_step >= 0 && m_step < m_steps.size()) {
        if (m_sleeping || !playStep()) {
            m_playing = false;
            return;
        }
        if (m_step >= 0) // else the connection has ended
            ++m_step;
        m_progress = 0;
    }
    m_playing = false;
    if (m_step >= 0) {
        m_step = -1;
        QMetaObject::invokeMethod(this, &FakeConnection::onReadyRead, Qt::QueuedConnection);
    }
}

//! Whether the step is over.
bool FakeConnection::playStep()
{
    const FakeAnswer::Step step = m_steps[m_step];
    switch (step.act) {
    case FakeAnswer::Step::Send:
        return playSend();
    case FakeAnswer::Step::Flood:
        return playFlood();
    case FakeAnswer::Step::Wait:
        return m_provider.isOpen(step.bytes);
    case FakeAnswer::Step::Pause:
        if (m_progress++ > 0)
            return true;
        m_sleeping = true;
        QTimer::singleShot(int(step.number), this, [this] {
            m_sleeping = false;
            play();
        });
        return false;
    case FakeAnswer::Step::Close:
        m_step = m_steps.size(); // the answer is over: whoever closes now has not abandoned it
        m_socket->disconnectFromHost();
        return true;
    case FakeAnswer::Step::Reset:
        return playReset();
    }
    return true;
}

bool FakeConnection::playReset()
{
    if (m_socket->bytesToWrite() > 0)
        return false;
    const linger none = {1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    m_step = m_steps.size();
    m_socket->abort();
    return true;
}

bool FakeConnection::playSend()
{
    const FakeAnswer::Step &step = m_steps[m_step];
    if (m_socket->bytesToWrite() > writeAhead)
        return false;
    const qint64 size =
        step.number > 0 ? qMin<qint64>(step.number, step.bytes.size() - m_progress) : step.bytes.size();
    m_socket->write(step.bytes.constData() + m_progress, size);
    m_provider.sent(size);
    m_progress += size;
    const bool over = m_progress >= step.bytes.size();
    m_socket->flush(); // so that each write is a segment of its own
    if (over || m_step < 0)
        return over;
    m_sleeping = true;
    QTimer::singleShot(0, this, [this] {
        m_sleeping = false;
        play();
    });
    return false;
}

bool FakeConnection::playFlood()
{
    static const QByteArray filler = chunkOf("data: " + QByteArray(64 * 1024 - 8, 'x') + "\n\n");
    const qint64 total = m_steps[m_step].number;
    while (m_progress < total) {
        if (m_socket->bytesToWrite() > writeAhead)
            return false;
        m_socket->write(filler);
        m_provider.sent(filler.size());
        m_progress += 64 * 1024;
    }
    return true;
}

void FakeConnection::onGone()
{
    m_provider.gone(m_step >= 0 && m_step < m_steps.size());
    m_step = -1;
    deleteLater();
}

} // namespace gatehouse
