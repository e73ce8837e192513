// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/worker.h"

#include "gateway/base/redact.h"
#include "gateway/http/server.h"
#include "gateway/pipeline/pipeline.h"
#include "gateway/upstream/network_watch.h"
#include "gateway/upstream/transfers.h"

#include <QTimer>

namespace gatehouse {
namespace {

constexpr std::chrono::milliseconds lookAgain{20};
constexpr std::chrono::milliseconds lastWords{500};

} // namespace

Worker::Worker(std::shared_ptr<Redactor> redactor)
    : m_redactor(std::move(redactor))
{
}

Worker::~Worker()
{
    m_server.reset(); // before the pipeline, whose handler it calls
}

void Worker::apply(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    if (!m_pipeline) {
        m_transfers = std::make_unique<Transfers>();
        m_networkWatch = std::make_unique<NetworkWatch>([this] { networkChanged(); });
        m_pipeline = std::make_unique<Pipeline>(*m_transfers, *m_redactor,
                                                [this](UsageRecord record) { Q_EMIT recorded(record); });
    }
    m_pipeline->apply(m_snapshot);
    if (m_server)
        m_server->setListener(m_snapshot->config.listener);
}

void Worker::endCooldown(const QString &provider)
{
    if (m_pipeline)
        m_pipeline->endCooldown(provider);
}

//! What was open may be dead without a sign, and what was out of reach may be there again.
void Worker::networkChanged()
{
    m_transfers->dropIdleConnections();
    m_pipeline->endCooldown({});
}

void Worker::setConfigState(const ConfigState &state)
{
    if (m_pipeline)
        m_pipeline->setConfigState(state);
}

void Worker::listen()
{
    m_server = std::make_unique<Server>(
        [this](Incoming &&in, Reply &&reply) { m_pipeline->handle(std::move(in), std::move(reply)); });
    const Listener &listener = m_snapshot->config.listener;
    if (m_server->listen(listener)) {
        Q_EMIT listening(listener.host, m_server->port());
        return;
    }
    const QString message = m_server->errorString();
    const bool inUse = m_server->addressInUse();
    m_server.reset();
    Q_EMIT failed(message, inUse);
}

void Worker::stop(std::chrono::milliseconds patience)
{
    if (!m_server) {
        Q_EMIT stopped();
        return;
    }
    m_server->stopAccepting();
    m_pipeline->drain();
    m_patientUntil = Clock::now() + patience;
    if (!m_stopping) {
        m_stopping = std::make_unique<QTimer>();
        connect(m_stopping.get(), &QTimer::timeout, this, &Worker::stopWhenDone);
        m_stopping->start(lookAgain);
    }
    // Not from inside whoever called.
    QMetaObject::invokeMethod(this, &Worker::stopWhenDone, Qt::QueuedConnection);
}

//! A connection that is open still sends a request, or takes an answer.
void Worker::stopWhenDone()
{
    if (!m_server)
        return;
    const bool done = m_pipeline->inFlight() == 0 && !m_server->busy();
    if (!done && Clock::now() < m_patientUntil)
        return;
    if (m_pipeline->inFlight() > 0) { // their last words have to go out
        m_pipeline->shutDown();
        m_patientUntil = Clock::now() + lastWords;
        return;
    }
    m_stopping.reset();
    m_server->closeAll();
    m_server.reset();
    Q_EMIT stopped();
}

} // namespace gatehouse
