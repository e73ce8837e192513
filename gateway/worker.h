// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/pipeline/local_answers.h"
#include "gateway/usage/usage_record.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace gatehouse {

class NetworkWatch;
class Pipeline;
class Redactor;
class Server;
class Transfers;

//! All that lives in the gateway thread. Only Gateway talks to it, by queued calls.
class Worker final : public QObject
{
    Q_OBJECT

public:
    explicit Worker(std::shared_ptr<Redactor> redactor);
    ~Worker() override;

public Q_SLOTS:
    void apply(std::shared_ptr<const gatehouse::Snapshot> snapshot);
    void endCooldown(const QString &provider);
    void setConfigState(const gatehouse::ConfigState &state);
    //! Answers with listening() or failed().
    void listen();
    //! Accepts no more, lets requests finish for at most \a patience, then ends them; answers with stopped().
    void stop(std::chrono::milliseconds patience);

Q_SIGNALS:
    void listening(const QString &host, quint16 port);
    void failed(const QString &message, bool addressInUse);
    void stopped();
    void recorded(const gatehouse::UsageRecord &record);

private:
    void networkChanged();
    void stopWhenDone();

    std::shared_ptr<Redactor> m_redactor;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::unique_ptr<Transfers> m_transfers;
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<NetworkWatch> m_networkWatch;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<QTimer> m_stopping;
    TimePoint m_patientUntil = {};
};

} // namespace gatehouse
