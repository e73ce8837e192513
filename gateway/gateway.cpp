// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway.h"

#include "gateway/base/epoll_dispatcher.h"
#include "gateway/base/logging.h"
#include "gateway/base/redact.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/usage/usage_thread.h"
#include "gateway/worker.h"

#include <QDateTime>
#include <QMetaMethod>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

// Records and lines of the log are written, and searched for keys, a moment after a request is over.
constexpr std::chrono::milliseconds untilAllIsWritten = 2s;
// The first requests need the keys, but a keychain that is locked may keep silent for ever.
constexpr std::chrono::milliseconds untilKeysAreRead = 1s;

} // namespace

Gateway::Gateway(SecretStore *store, std::shared_ptr<Redactor> redactor, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_redactor(std::move(redactor))
    , m_usage(std::make_unique<UsageThread>())
    , m_worker(new Worker(m_redactor, *m_usage))
{
    qRegisterMetaType<UsageRecord>();
    qRegisterMetaType<UsageState>();
    qRegisterMetaType<Alert>();
    qRegisterMetaType<GatewayStatus>();
    qRegisterMetaType<ProbeResult>();
    qRegisterMetaType<RecordedExchange>();
    qRegisterMetaType<Resent>();
    qRegisterMetaType<Feature>();
    qRegisterMetaType<FeatureResult>();
    qRegisterMetaType<CapabilitySheet>();
    m_thread.setObjectName("gateway");
    m_keyPatience.setSingleShot(true);
    connect(&m_keyPatience, &QTimer::timeout, this, &Gateway::listen);
#ifdef Q_OS_LINUX
    m_thread.setEventDispatcher(new EpollDispatcher);
#endif
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &Worker::listening, this, &Gateway::listening);
    connect(m_worker, &Worker::failed, this, &Gateway::failed);
    // What was recorded is on disk before the end is told.
    connect(m_worker, &Worker::stopped, this, [this] { m_usage->flush(this, [this] { Q_EMIT stopped(); }); });
    connect(m_worker, &Worker::statusChanged, this, &Gateway::statusChanged);
    connect(m_worker, &Worker::probed, this, &Gateway::onProbed);
    connect(m_worker, &Worker::alerted, this, &Gateway::alerted);
    connect(m_usage.get(), &UsageThread::recordedTogether, this, &Gateway::onRecorded, Qt::DirectConnection);
    connect(m_usage.get(), &UsageThread::stateChanged, this, &Gateway::onUsageState);
    connect(m_worker, &Worker::bodyRecordingChanged, this, &Gateway::bodyRecordingChanged);
    connect(m_worker, &Worker::bodyRecorded, this, &Gateway::bodyRecorded);
    connect(m_worker, &Worker::resent, this, &Gateway::resent);
    connect(m_worker, &Worker::selfTestAnswered, this, &Gateway::onSelfTestAnswered);
    connect(m_worker, &Worker::selfTested, this, &Gateway::onSelfTested);
    m_thread.start();
}

void Gateway::onRecorded(const QList<UsageRecord> &records)
{
    Q_EMIT recordedTogether(records);
    if (!isSignalConnected(QMetaMethod::fromSignal(&Gateway::recorded)))
        return;
    const auto tellEach = [this, records] {
        for (const UsageRecord &record : records)
            Q_EMIT recorded(record);
    };
    QMetaObject::invokeMethod(this, tellEach, Qt::QueuedConnection);
}

Gateway::~Gateway()
{
    m_thread.quit();
    m_thread.wait();
}

void Gateway::apply(const Config &config, const Environment &environment)
{
    m_config = config;
    m_environment = environment;
    m_usage->setKeepDays(m_config.usageKeepDays);
    ++m_generation;
    readKeychain();
    publish();
    QMetaObject::invokeMethod(m_worker, &Worker::move);
}

void Gateway::readKeychain()
{
    const QStringList entries = keychainEntries(m_config);
    m_keychain.removeIf([&](const auto &key) { return !entries.contains(key.key()); });
    m_keysAwaited = m_store ? entries.size() : 0;
    if (!m_store)
        return;
    for (const QString &entry : entries) {
        m_store->read(entry, [self = QPointer(this), entry,
                              generation = m_generation](const SecretStore::Answer &answer) {
            if (self && self->m_generation == generation)
                self->onKeyRead(entry, answer);
        });
    }
}

void Gateway::onKeyRead(const QString &entry, const SecretStore::Answer &answer)
{
    const bool found = answer.state == SecretStore::Answer::Found;
    if (!found)
        qCWarning(lcKeys).noquote() << "The key" << entry << "could not be read:" << answer.message;
    const bool known = m_keychain.value(entry, Key{{}, u"?"_s}).usable();
    if (found)
        m_keychain.insert(entry, Key{answer.secret});
    else if (answer.state == SecretStore::Answer::NotFound || !known) // locked: what is known stays
        m_keychain.insert(entry, Key{{}, answer.message});
    publish();
    if (--m_keysAwaited == 0 && m_keyPatience.isActive())
        listen();
}

void Gateway::publish()
{
    const quint64 number = ++m_lastSnapshot;
    // The last to have it may be the gateway thread, which ends before this does.
    const auto forget = [this, number](const Snapshot *snapshot) {
        delete snapshot;
        QMetaObject::invokeMethod(
            this,
            [this, number] {
                QTimer::singleShot(untilAllIsWritten, this, [this, number] {
                    m_secrets.remove(number);
                    tellSecrets();
                });
            },
            Qt::QueuedConnection);
    };
    const std::shared_ptr<const Snapshot> snapshot(
        new Snapshot(m_config, m_environment, m_keychain, m_capabilities), forget);
    QList<SecretBytes> &secrets = m_secrets[number];
    for (const ProviderEntry &provider : snapshot->providers) {
        for (const Key &key : provider.keys) {
            if (key.usable())
                secrets.append(key.secret);
        }
    }
    tellSecrets();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, snapshot] { worker->apply(snapshot); });
}

//! Those of before too, as long as a request runs under them: its answer may echo one.
void Gateway::tellSecrets()
{
    QSet<QByteArray> all;
    for (const auto &bySource : {m_secrets, m_probeSecrets}) {
        for (const QList<SecretBytes> &secrets : bySource) {
            for (const SecretBytes &secret : secrets)
                all.insert(secret.bytes());
        }
    }
    m_redactor->setSecrets(all.values());
}

void Gateway::watchStatus()
{
    QMetaObject::invokeMethod(m_worker, &Worker::watchStatus);
}

quint64 Gateway::probe(const ProbeRequest &request)
{
    const quint64 number = ++m_lastProbe;
    const ProbeTask task = probeTask(request, m_environment, m_keychain);
    const QByteArrayList secrets = task.secrets();
    m_probeSecrets.insert(number, QList<SecretBytes>(secrets.cbegin(), secrets.cend()));
    tellSecrets();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, number, task] { worker->probe(number, task); });
    return number;
}

void Gateway::cancelProbe(quint64 number)
{
    if (m_probeSecrets.remove(number) == 0)
        return;
    tellSecrets();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, number] { worker->cancelProbe(number); });
}

//! What comes of one that was given up in the meantime is nobody's.
void Gateway::onProbed(quint64 number, const ProbeResult &result)
{
    if (m_probeSecrets.remove(number) == 0)
        return;
    tellSecrets();
    Q_EMIT probed(number, result);
}

void Gateway::reportConfig(bool valid, const QString &message)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, state = ConfigState{valid, message}] {
        worker->setConfigState(state);
    });
}

void Gateway::endCooldown(const QString &provider)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, provider] { worker->endCooldown(provider); });
}

void Gateway::start()
{
    if (m_keysAwaited > 0)
        m_keyPatience.start(untilKeysAreRead);
    else
        listen();
}

void Gateway::listen()
{
    m_keyPatience.stop();
    QMetaObject::invokeMethod(m_worker, &Worker::listen);
}

void Gateway::stop(std::chrono::milliseconds patience)
{
    m_keyPatience.stop();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, patience] { worker->stop(patience); });
}

void Gateway::recordBodies(std::chrono::minutes time)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, time] { worker->recordBodies(time); });
}

quint64 Gateway::resend(const RecordedExchange &exchange, const QString &model)
{
    const quint64 number = ++m_lastResend;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, number, exchange, model] { worker->resend(number, exchange, model); });
    return number;
}

void Gateway::cancelResend(quint64 number)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, number] { worker->cancelResend(number); });
}

void Gateway::liftBudget(const QString &client)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, client] { worker->liftBudget(client); });
}

void Gateway::openUsage(const QString &path)
{
    m_usage->open(path, m_generation == 0 ? 0 : m_config.usageKeepDays); // 0: none is deleted
    tellSpending(false);
}

UsageSource &Gateway::usage()
{
    return *m_usage;
}

//! Budgets go on where they stood. \a late: requests have come since the start.
void Gateway::tellSpending(bool late)
{
    const StoreSpending question{QDateTime::currentMSecsSinceEpoch(), late};
    m_spendingAsked = true;
    m_usage->spending(late, this, [this, question](const SpendingTable &table) {
        m_spendingAsked = table.problem.isEmpty(); // else again, once it can be read
        if (!m_spendingAsked)
            return;
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, table, question] { worker->setSpent(table, question); });
    });
}

void Gateway::onUsageState(const UsageState &state)
{
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, lost = state.lost] { worker->setRecordsLost(lost); });
    if (state.writing && !m_spendingAsked)
        tellSpending(true);
    Q_EMIT usageStateChanged(state);
}

} // namespace gatehouse
