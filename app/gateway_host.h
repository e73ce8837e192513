// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_watch.h"
#include "app/effective_config.h"
#include "app/keychain.h"
#include "app/log_sink.h"
#include "gateway/gateway.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace gatehouse {

//! The gateway with what both programs put around it: log, keychain, configuration file.
class GatewayHost final : public QObject
{
    Q_OBJECT

public:
    //! \a keychainLimit: how long the keychain may take before it counts as locked.
    GatewayHost(const Options &options, std::chrono::milliseconds keychainLimit);
    ~GatewayHost() override;

    //! Opens the log and puts the configuration in force. False when it is not valid: then nothing is in
    //! force, until the file has been mended.
    bool prepare();
    //! Asks only providers that nobody bills, or all of them again.
    void pausePaid(bool paused);

    const Paths &paths() const { return m_paths; }
    //! As in force; as long as ready().
    const Config &config() const { return m_config; }
    //! Whether some configuration is in force.
    bool ready() const { return m_ready; }
    Keychain &keychain() { return m_keychain; }
    ConfigWatch &files() { return m_files; }
    Gateway &gateway() { return m_gateway; }

Q_SIGNALS:
    //! A configuration is in force that was read from the file.
    void configApplied();
    //! The newest one is not valid; \a summary says why. What was in force stays.
    void configRejected(const QString &summary);

private:
    void onConfigChanged();
    void onKeysChanged();
    bool apply();
    void enforce();
    void onFailed(const QString &message, bool addressInUse);
    void reportConfig();
    void warnAbout(const QList<Problem> &problems);
    void onRecorded(const QList<UsageRecord> &records); //!< in the usage thread

    Paths m_paths;
    Overrides m_overrides;
    std::shared_ptr<Redactor> m_redactor;
    LogSink m_log;
    Keychain m_keychain;
    ConfigWatch m_files;
    Gateway m_gateway;
    ConfigReading m_good;      //!< the last valid one, as the file had it
    Environment m_environment; //!< of that
    Config m_config;
    QString m_rejected;  //!< why the newest configuration is not in force
    QString m_listensAt; //!< the host; empty while nothing listens
    QString m_notMoved;  //!< why it does not listen where that in force says
    bool m_ready = false;
    QTimer m_memoryTimer;   //!< from the first request after a rest on
    QSet<QString> m_warned; //!< warnings that were given already
};

} // namespace gatehouse
