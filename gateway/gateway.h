// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/secret_bytes.h"
#include "gateway/config/config.h"
#include "gateway/credentials/env_file.h"
#include "gateway/credentials/secret_store.h"
#include "gateway/credentials/secrets.h"
#include "gateway/status/alert.h"
#include "gateway/status/capabilities.h"
#include "gateway/status/gateway_status.h"
#include "gateway/status/probe.h"
#include "gateway/status/recorded_exchange.h"
#include "gateway/usage/usage_query.h"
#include "gateway/usage/usage_source.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <memory>

namespace gatehouse {

class Redactor;
class SecretStore;
class UsageThread;
class Worker;

//! The one door to the gateway: configuration goes in, events come out as values. Lives in the main
//! thread; owns the gateway thread.
class Gateway final : public QObject
{
    Q_OBJECT

public:
    //! \a store may be null: then keychain references have no key. The secrets in use are made known to
    //! \a redactor.
    Gateway(SecretStore *store, std::shared_ptr<Redactor> redactor, QObject *parent = nullptr);
    ~Gateway() override;

    //! Keeps what happens in the file at \a path; to be called once, before start(). Without it nothing is
    //! stored.
    void openUsage(const QString &path);
    //! What was recorded.
    UsageSource &usage();

    //! Puts a checked configuration in force, without dropping a running request. Keychain entries
    //! are read beside it: a provider has no key until its entry has been answered. A listener whose
    //! address is another now moves there: it answers with listening(), or with failed() and stays.
    void apply(const Config &config, const Environment &environment);
    //! Lets a provider that cools down be asked again at once; an empty name means all of them.
    void endCooldown(const QString &provider);
    //! Tells /health whether the newest configuration was refused.
    void reportConfig(bool valid, const QString &message);

    //! From now on statusChanged() tells how the gateway fares; nothing is spent on it before.
    void watchStatus();

    //! Asks a provider, configured or not, beside all limits and cooldowns; probed() brings the answer.
    //! Returns the number that it will carry.
    quint64 probe(const ProbeRequest &request);
    //! Gives it up: no answer comes.
    void cancelProbe(quint64 number);

    //! Lets a client that has used up its budget go on until the period ends; empty: the budget of all.
    void liftBudget(const QString &client);

    //! Keeps requests and answers in memory for \a time, at most an hour: bodyRecorded() brings each.
    //! Zero ends it.
    void recordBodies(std::chrono::minutes time);
    //! Sends what was recorded again, to \a model (`PROVIDER/MODEL`, or any callable name); resent() brings
    //! the answer. Returns the number that it will carry. The request is recorded like any other.
    quint64 resend(const RecordedExchange &exchange, const QString &model);
    //! Gives it up: no answer comes.
    void cancelResend(quint64 number);

    //! Keeps what self-tests find out in the file at \a path; to be called once, before start().
    void openCapabilities(const QString &path);
    //! The sheets of models that were tested, in no order. Valid until capabilitiesChanged().
    const QList<CapabilitySheet> &capabilities() const;
    //! What testing \a model of the configured provider \a provider would take.
    SelfTestEstimate estimateSelfTest(const QString &provider, const QString &model) const;
    //! Asks it one request for each feature, one after the other, through the whole pipeline; each is
    //! recorded. selfTestAnswered() tells of each, selfTested() of all. Returns the number that they carry.
    quint64 selfTest(const QString &provider, const QString &model);
    //! Gives it up: no more is asked, no answer comes, the sheet stays as it was.
    void cancelSelfTest(quint64 number);

    //! Begins to listen where the configuration says; answers with listening() or failed(). apply() comes
    //! first; keys that the keychain is asked for are waited for, a second at most.
    void start();
    //! Lets running requests finish for at most \a patience; answers with stopped(). It can be started again.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(10));

Q_SIGNALS:
    void listening(const QString &host, quint16 port);
    //! \a addressInUse: some other program has the port.
    void failed(const QString &message, bool addressInUse);
    void stopped();
    //! At most four times a second, and only when something is other than it was.
    void statusChanged(const gatehouse::GatewayStatus &status);
    void probed(quint64 number, const gatehouse::ProbeResult &result);
    //! One for each request to a model endpoint or a provider (contract, section 5), as it is stored.
    void recorded(const gatehouse::UsageRecord &record);
    //! The same, as they came together. Emitted in the usage thread.
    void recordedTogether(const QList<gatehouse::UsageRecord> &records);
    void usageStateChanged(const gatehouse::UsageState &state);
    void alerted(const gatehouse::Alert &alert);
    //! Until when bodies are recorded, UTC milliseconds; 0: they are not.
    void bodyRecordingChanged(qint64 untilMs);
    void bodyRecorded(const gatehouse::RecordedExchange &exchange);
    void resent(quint64 number, const gatehouse::Resent &resent);
    void selfTestAnswered(quint64 number, gatehouse::Feature feature, const gatehouse::FeatureResult &result);
    void selfTested(quint64 number, const gatehouse::CapabilitySheet &sheet);
    void capabilitiesChanged();

private:
    void readKeychain();
    void onKeyRead(const QString &entry, const SecretStore::Answer &answer);
    void listen();
    void publish();
    void tellSecrets();
    void onRecorded(const QList<UsageRecord> &records);
    void onProbed(quint64 number, const ProbeResult &result);
    void tellSpending(bool late);
    void onUsageState(const UsageState &state);
    void onSelfTestAnswered(quint64 number, Feature feature, const FeatureResult &result);
    void onSelfTested(quint64 number, const CapabilitySheet &sheet);

    SecretStore *m_store;
    std::shared_ptr<Redactor> m_redactor;
    Config m_config;
    Environment m_environment;
    KeychainKeys m_keychain;
    quint64 m_lastSnapshot = 0;
    QHash<quint64, QList<SecretBytes>> m_secrets;      //!< of each snapshot that somebody still has
    QHash<quint64, QList<SecretBytes>> m_probeSecrets; //!< of probes that run
    quint64 m_lastProbe = 0;
    quint64 m_lastResend = 0;
    quint64 m_lastSelfTest = 0;
    QSet<quint64> m_selfTests; //!< that run
    QString m_capabilityPath;  //!< empty: they are not kept
    QList<CapabilitySheet> m_capabilities;
    bool m_spendingAsked = true; //!< or there is nothing to be asked
    quint64 m_generation = 0;    //!< tells answers of the keychain to an older configuration
    qsizetype m_keysAwaited = 0; //!< that the keychain has not told of yet
    QTimer m_keyPatience;        //!< runs while listening waits for them
    std::unique_ptr<UsageThread> m_usage;
    QThread m_thread;
    Worker *m_worker;
};

} // namespace gatehouse
