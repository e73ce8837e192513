// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_provider.h"

#include "tests/support/fake_connection.h"

#include <QMutex>
#include <QQueue>
#include <QSet>
#include <QTcpServer>
#include <QWaitCondition>

#include <atomic>

namespace gatehouse {

//! What the test's thread and the provider's thread share.
struct FakeProvider::State
{
    mutable QMutex mutex;
    QWaitCondition arrived;
    QList<FakeRequest> requests;
    qsizetype returned = 0; // requests that nextRequest() has given out
    QQueue<FakeAnswer> queue;
    Answering answering;
    QSet<QByteArray> open;
    std::atomic<int> opened = 0;
    std::atomic<int> now = 0;
    std::atomic<int> abandoned = 0;
    std::atomic<qint64> sent = 0;

    FakeAnswer answer(FakeRequest request)
    {
        QMutexLocker lock(&mutex);
        requests.append(request);
        arrived.wakeAll();
        if (!queue.isEmpty())
            return queue.dequeue();
        const Answering byFunction = answering;
        lock.unlock();
        return byFunction ? byFunction(request) : FakeAnswer::json("{}");
    }
};

//! Accepts connections; lives in the provider's thread.
class FakeProvider::Listener final : public QTcpServer
{
public:
    explicit Listener(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }

    void lookAtGates()
    {
        for (FakeConnection *connection : findChildren<FakeConnection *>(Qt::FindDirectChildrenOnly))
            connection->lookAtGate();
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket;
        socket->setSocketDescriptor(descriptor);
        ++m_state->now;
        FakeConnection::Provider provider;
        provider.answer = [state = m_state](FakeRequest request) {
            return state->answer(std::move(request));
        };
        provider.isOpen = [state = m_state](const QByteArray &gate) {
            QMutexLocker lock(&state->mutex);
            return state->open.contains(gate);
        };
        provider.sent = [state = m_state](qint64 bytes) { state->sent += bytes; };
        provider.gone = [state = m_state](bool midAnswer) {
            --state->now;
            state->abandoned += midAnswer;
        };
        new FakeConnection(socket, ++m_state->opened, std::move(provider), this);
    }

private:
    std::shared_ptr<State> m_state;
};

FakeProvider::FakeProvider()
    : m_state(std::make_shared<State>())
    , m_listener(new Listener(m_state))
{
    m_listener->setListenBacklogSize(1024);
    m_listener->listen(QHostAddress::LocalHost);
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
}

FakeProvider::~FakeProvider()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 FakeProvider::port() const
{
    return m_listener->serverPort();
}

void FakeProvider::enqueue(const FakeAnswer &answer)
{
    QMutexLocker lock(&m_state->mutex);
    m_state->queue.enqueue(answer);
}

void FakeProvider::answerWith(Answering answering)
{
    QMutexLocker lock(&m_state->mutex);
    m_state->answering = std::move(answering);
}

void FakeProvider::open(const QByteArray &gate)
{
    {
        QMutexLocker lock(&m_state->mutex);
        m_state->open.insert(gate);
    }
    QMetaObject::invokeMethod(m_listener, [listener = m_listener] { listener->lookAtGates(); });
}

void FakeProvider::refuse()
{
    QMetaObject::invokeMethod(
        m_listener, [listener = m_listener] { listener->close(); }, Qt::BlockingQueuedConnection);
}

void FakeProvider::reset()
{
    QMutexLocker lock(&m_state->mutex);
    m_state->requests.clear();
    m_state->returned = 0;
    m_state->queue.clear();
    m_state->open.clear();
}

QList<FakeRequest> FakeProvider::requests() const
{
    QMutexLocker lock(&m_state->mutex);
    return m_state->requests;
}

FakeRequest FakeProvider::nextRequest()
{
    QMutexLocker lock(&m_state->mutex);
    if (m_state->returned >= m_state->requests.size())
        m_state->arrived.wait(&m_state->mutex, 5000);
    return m_state->returned < m_state->requests.size() ? m_state->requests[m_state->returned++]
                                                        : FakeRequest{};
}

int FakeProvider::requestCount() const
{
    QMutexLocker lock(&m_state->mutex);
    return int(m_state->requests.size());
}

int FakeProvider::connectionsOpened() const
{
    return m_state->opened;
}

int FakeProvider::connectionsNow() const
{
    return m_state->now;
}

int FakeProvider::abandoned() const
{
    return m_state->abandoned;
}

qint64 FakeProvider::bytesSent() const
{
    return m_state->sent;
}

} // namespace gatehouse
