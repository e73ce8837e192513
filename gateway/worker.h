// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/callers.h"
#include "gateway/pipeline/local_answers.h"
#include "gateway/pipeline/probe.h"
#include "gateway/status/alert.h"
#include "gateway/status/capabilities.h"
#include "gateway/status/gateway_status.h"
#include "gateway/status/recorded_exchange.h"
#include "gateway/usage/spending.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gatehouse {

class NetworkWatch;
class Pipeline;
class Redactor;
class SelfTest;
class Server;
class StatusWatch;
class Transfers;
class UsageThread;

//! All that lives in the gateway thread. Only Gateway talks to it, by queued calls.
class Worker final : public QObject
{
    Q_OBJECT

public:
    //! \a usage takes the records, and outlives this.
    Worker(std::shared_ptr<Redactor> redactor, UsageThread &usage);
    ~Worker() override;

public Q_SLOTS:
    void apply(std::shared_ptr<const gatehouse::Snapshot> snapshot);
    void endCooldown(const QString &provider);
    void setConfigState(const gatehouse::ConfigState &state);
    void watchStatus();
    void liftBudget(const QString &client);
    //! What the store knows of.
    void setSpent(const gatehouse::SpendingTable &spent, const gatehouse::StoreSpending &asked);
    void setRecordsLost(qint64 lost);
    //! Answers with probed(), unless cancelProbe() comes first.
    void probe(quint64 number, const gatehouse::ProbeTask &task);
    void cancelProbe(quint64 number);
    //! For at most an hour; zero ends it.
    void recordBodies(std::chrono::minutes time);
    //! Answers with resent(), unless cancelResend() comes first.
    void resend(quint64 number, const gatehouse::RecordedExchange &exchange, const QString &model);
    void cancelResend(quint64 number);
    //! Asks whom \a sheet names; answers with selfTestAnswered() and selfTested(), unless cancelSelfTest()
    //! comes first.
    void selfTest(quint64 number, const gatehouse::CapabilitySheet &sheet);
    void cancelSelfTest(quint64 number);

    //! Answers with listening() or failed().
    void listen();
    //! Goes where the configuration says, if it listens elsewhere: answers with listening(), or with failed()
    //! and stays.
    void move();
    //! Accepts no more, lets requests finish for at most \a patience, then ends them; answers with stopped().
    void stop(std::chrono::milliseconds patience);

Q_SIGNALS:
    void listening(const QString &host, quint16 port);
    void failed(const QString &message, bool addressInUse);
    void stopped();
    void statusChanged(const gatehouse::GatewayStatus &status);
    void probed(quint64 number, const gatehouse::ProbeResult &result);
    void alerted(const gatehouse::Alert &alert);
    void bodyRecordingChanged(qint64 untilMs);
    void bodyRecorded(const gatehouse::RecordedExchange &exchange);
    void resent(quint64 number, const gatehouse::Resent &resent);
    void selfTestAnswered(quint64 number, gatehouse::Feature feature, const gatehouse::FeatureResult &result);
    void selfTested(quint64 number, const gatehouse::CapabilitySheet &sheet);

private:
    Transfers &transfers();
    void makePipeline();
    void networkChanged();
    GatewayStatus status() const;
    void wakeStatus();

    bool isListening() const { return m_server && !m_stopping; }
    std::unique_ptr<Server> makeServer();
    void open(std::unique_ptr<Server> server, const Listener &listener);
    bool openInPlace(Server &server, const Listener &listener);
    void retire(std::unique_ptr<Server> server);
    void dropRetired();
    bool busy() const;
    void stopWhenDone();
    void endStopping();

    std::shared_ptr<Redactor> m_redactor;
    UsageThread &m_usage;
    Callers m_callers;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::optional<std::pair<SpendingTable, StoreSpending>> m_spent; //!< told before there was a pipeline
    ConfigState m_configState; //!< of the newest configuration, also before one is in force
    std::unique_ptr<Transfers> m_transfers;
    std::unique_ptr<StatusWatch> m_statusWatch;
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<NetworkWatch> m_networkWatch;
    std::unordered_map<quint64, std::unique_ptr<Probe>> m_probes;
    std::unordered_map<quint64, std::unique_ptr<SelfTest>> m_selfTests;
    std::unique_ptr<Server> m_server;
    QString m_host;                                 //!< where m_server listens
    std::vector<std::unique_ptr<Server>> m_retired; //!< accept no more, but have requests that run
    std::unique_ptr<QTimer> m_stopping;
    TimePoint m_patientUntil = {};
};

} // namespace gatehouse
