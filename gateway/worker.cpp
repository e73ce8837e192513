// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/worker.h"

#include "gateway/base/redact.h"
#include "gateway/http/server.h"
#include "gateway/pipeline/pipeline.h"
#include "gateway/upstream/network_watch.h"
#include "gateway/upstream/transfers.h"

#include <QTimer>

namespace gatehouse {

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
    m_pipeline->drain([this] {
        // Not from inside the exchange that was the last one.
        QMetaObject::invokeMethod(this, &Worker::stopNow, Qt::QueuedConnection);
    });
    QTimer::singleShot(patience, this, &Worker::stopNow);
}

void Worker::stopNow()
{
    if (!m_server)
        return;
    m_pipeline->shutDown();
    m_server->closeAll();
    m_server.reset();
    Q_EMIT stopped();
}

} // namespace gatehouse
