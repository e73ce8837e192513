// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/worker.h"

#include "gateway/base/redact.h"
#include "gateway/http/server.h"
#include "gateway/pipeline/pipeline.h"
#include "gateway/pipeline/provider_status.h"
#include "gateway/pipeline/self_test.h"
#include "gateway/status_watch.h"
#include "gateway/upstream/network_watch.h"
#include "gateway/upstream/transfers.h"
#include "gateway/usage/usage_thread.h"

namespace gatehouse {

Worker::Worker(std::shared_ptr<Redactor> redactor, UsageThread &usage)
    : m_redactor(std::move(redactor))
    , m_usage(usage)
    , m_callers(usage, m_redactor)
{
}

Worker::~Worker()
{
    m_server.reset(); // before the pipeline, whose handler it calls
    m_retired.clear();
}

Transfers &Worker::transfers()
{
    if (!m_transfers) // not before there is the thread that it lives in
        m_transfers = std::make_unique<Transfers>();
    return *m_transfers;
}

void Worker::apply(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    if (!m_pipeline)
        makePipeline();
    m_pipeline->apply(m_snapshot);
    if (m_spent)
        m_pipeline->setSpent(m_spent->first, m_spent->second);
    m_spent.reset();
    if (m_server)
        m_server->setListener(m_snapshot->config.listener);
}

void Worker::makePipeline()
{
    m_networkWatch = std::make_unique<NetworkWatch>([this] { networkChanged(); });
    Pipeline::Listener listener{
        [this](UsageRecord record) { m_usage.add(std::move(record)); },
        [this](const Alert &alert) { Q_EMIT alerted(alert); },
        [this](quint16 peerPort) {
            if (m_server)
                m_callers.came(peerPort, m_server->port());
        },
        {[this](qint64 untilMs) { Q_EMIT bodyRecordingChanged(untilMs); },
         [this](const RecordedExchange &exchange) { Q_EMIT bodyRecorded(exchange); }}};
    m_pipeline = std::make_unique<Pipeline>(transfers(), *m_redactor, std::move(listener));
    m_pipeline->setConfigState(m_configState);
    if (m_statusWatch)
        m_pipeline->watch([this] { wakeStatus(); });
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
    m_configState = state; // a first file may be refused before any is applied
    if (m_pipeline)
        m_pipeline->setConfigState(state);
    else
        wakeStatus();
}

void Worker::watchStatus()
{
    if (m_statusWatch)
        return;
    m_statusWatch = std::make_unique<StatusWatch>(
        [this] { return status(); }, [this](const GatewayStatus &status) { Q_EMIT statusChanged(status); });
    if (m_pipeline)
        m_pipeline->watch([this] { wakeStatus(); });
    wakeStatus();
}

void Worker::wakeStatus()
{
    if (m_statusWatch)
        m_statusWatch->wake();
}

GatewayStatus Worker::status() const
{
    GatewayStatus status;
    if (m_pipeline) {
        status = m_pipeline->status();
    } else {
        status.configValid = m_configState.valid;
        status.configMessage = m_configState.message;
        status.level = levelOf({}, m_configState.valid);
    }
    status.listening = isListening();
    if (status.listening) {
        status.host = m_host;
        status.port = m_server->port();
    }
    return status;
}

void Worker::probe(quint64 number, const ProbeTask &task)
{
    auto probe =
        std::make_unique<Probe>(transfers(), *m_redactor, task, [this, number](const ProbeResult &result) {
            const auto kept = m_probes.extract(number);
            Q_EMIT probed(number, result);
        });
    Probe &started = *probe;
    m_probes.insert_or_assign(number, std::move(probe));
    started.start();
}

void Worker::cancelProbe(quint64 number)
{
    m_probes.erase(number);
}

void Worker::setSpent(const SpendingTable &spent, const StoreSpending &asked)
{
    if (m_pipeline)
        m_pipeline->setSpent(spent, asked);
    else
        m_spent = {spent, asked}; // no configuration yet, and so no budget
}

void Worker::liftBudget(const QString &client)
{
    if (m_pipeline)
        m_pipeline->liftBudget(client);
}

void Worker::setRecordsLost(qint64 lost)
{
    if (m_pipeline)
        m_pipeline->setRecordsLost(lost);
}

void Worker::recordBodies(std::chrono::minutes time)
{
    if (m_pipeline)
        m_pipeline->bodies().record(time);
}

void Worker::resend(quint64 number, const RecordedExchange &exchange, const QString &model)
{
    if (m_pipeline)
        m_pipeline->resend(number, exchange, model.toUtf8(),
                           [this, number](const Resent &answer) { Q_EMIT resent(number, answer); });
    else
        Q_EMIT resent(number, {.problem = QStringLiteral("No configuration is in force.")});
}

void Worker::cancelResend(quint64 number)
{
    if (m_pipeline)
        m_pipeline->cancelResend(number);
}

void Worker::selfTest(quint64 number, const CapabilitySheet &sheet)
{
    if (!m_pipeline)
        return; // Gateway asks only for a provider of the configuration in force
    auto test = std::make_unique<SelfTest>(
        *m_pipeline, *m_redactor, sheet,
        SelfTest::Listener{[this, number](Feature feature, const FeatureResult &result) {
                               Q_EMIT selfTestAnswered(number, feature, result);
                           },
                           [this, number](const CapabilitySheet &done) {
                               const auto kept = m_selfTests.extract(number);
                               Q_EMIT selfTested(number, done);
                           }});
    test->start();
    m_selfTests.insert_or_assign(number, std::move(test));
}

void Worker::cancelSelfTest(quint64 number)
{
    m_selfTests.erase(number);
}

} // namespace gatehouse
