// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/base_url.h"
#include "gateway/http/server.h"
#include "gateway/pipeline/pipeline.h"
#include "gateway/worker.h"

#include <algorithm>

// Where the worker listens: begins, moves, ends.

namespace gatehouse {
namespace {

constexpr std::chrono::milliseconds lookAgain{20};
constexpr std::chrono::milliseconds lastWords{500};

} // namespace

std::unique_ptr<Server> Worker::makeServer()
{
    return std::make_unique<Server>(
        [this](Incoming &&in, Reply &&reply) { m_pipeline->handle(std::move(in), std::move(reply)); });
}

void Worker::listen()
{
    if (isListening()) {
        Q_EMIT listening(m_host, m_server->port());
        return;
    }
    if (m_stopping) {
        retire(std::move(m_server)); // its requests go on
        endStopping();
    }
    const Listener &listener = m_snapshot->config.listener;
    auto server = makeServer();
    if (server->listen(listener))
        open(std::move(server), listener);
    else
        Q_EMIT failed(server->errorString(), server->addressInUse());
}

void Worker::open(std::unique_ptr<Server> server, const Listener &listener)
{
    m_server = std::move(server);
    m_host = listener.host;
    m_pipeline->serve();
    wakeStatus();
    Q_EMIT listening(m_host, m_server->port());
}

void Worker::move()
{
    const Listener &listener = m_snapshot->config.listener;
    if (!isListening() ||
        (listener.host == m_host && (listener.port == 0 || listener.port == m_server->port())))
        return;
    auto server = makeServer();
    if (server->listen(listener) || openInPlace(*server, listener)) {
        retire(std::move(m_server));
        open(std::move(server), listener);
        return;
    }
    Q_EMIT failed(server->errorString(), server->addressInUse());
    // Beyond loopback it must not stay open once the last client key is gone.
    const bool guarded = isLoopback(m_host) || !m_snapshot->config.clients.isEmpty();
    if (m_server->port() > 0 && guarded)
        return;
    retire(std::move(m_server)); // or somebody took its address in that moment
    endStopping();
}

//! Linux gives no port of all addresses to one who asks while it is open on loopback, nor the other way
//! round.
bool Worker::openInPlace(Server &server, const Listener &listener)
{
    if (!server.addressInUse() || listener.port != m_server->port())
        return false;
    m_server->leaveAddress();
    if (server.listen(listener))
        return true;
    m_server->takeAddressAgain();
    return false;
}

void Worker::retire(std::unique_ptr<Server> server)
{
    server->stopAccepting();
    connect(server.get(), &Server::emptied, this, &Worker::dropRetired, Qt::QueuedConnection);
    m_retired.push_back(std::move(server));
    QMetaObject::invokeMethod(this, &Worker::dropRetired, Qt::QueuedConnection);
}

void Worker::dropRetired()
{
    std::erase_if(m_retired, [](const auto &server) { return server->connections() == 0; });
}

//! A connection that is open still sends a request, or takes an answer.
bool Worker::busy() const
{
    return m_pipeline->inFlight() > 0 || m_server->busy() ||
           std::any_of(m_retired.cbegin(), m_retired.cend(),
                       [](const auto &server) { return server->busy(); });
}

void Worker::stop(std::chrono::milliseconds patience)
{
    if (!m_server) {
        Q_EMIT stopped();
        return;
    }
    m_server->stopAccepting();
    m_pipeline->drain();
    m_server->turnAway(Pipeline::shuttingDown()); // it would be refused once it is here
    for (const auto &server : m_retired)
        server->turnAway(Pipeline::shuttingDown());
    m_patientUntil = Clock::now() + patience;
    if (!m_stopping) {
        m_stopping = std::make_unique<QTimer>();
        connect(m_stopping.get(), &QTimer::timeout, this, &Worker::stopWhenDone);
        m_stopping->start(lookAgain);
    }
    wakeStatus();
    // Not from inside whoever called.
    QMetaObject::invokeMethod(this, &Worker::stopWhenDone, Qt::QueuedConnection);
}

void Worker::stopWhenDone()
{
    if (!m_stopping || (busy() && Clock::now() < m_patientUntil))
        return;
    if (m_pipeline->inFlight() > 0) { // their last words have to go out
        m_pipeline->shutDown();
        m_patientUntil = Clock::now() + lastWords;
        return;
    }
    m_server->closeAll();
    m_server.reset();
    m_retired.clear();
    endStopping();
}

void Worker::endStopping()
{
    m_stopping.reset();
    wakeStatus();
    Q_EMIT stopped();
}

} // namespace gatehouse
