// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_watch.h"
#include "app/effective_config.h"
#include "app/keychain.h"
#include "app/log_sink.h"
#include "app/unix_signals.h"
#include "gateway/gateway.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace gatehouse {

//! The gateway without a window: ready line, signals, exit codes (contract, section 1).
class Daemon final : public QObject
{
    Q_OBJECT

public:
    explicit Daemon(Options options);
    ~Daemon() override;

    //! Runs until a signal ends it, and returns the exit code.
    int run();

private:
    bool start();
    void onConfigChanged(const ConfigFileState &state);
    void onSignal(int number);
    void onListening(const QString &host, quint16 port);
    void onFailed(const QString &message, bool addressInUse);
    void warnAbout(const QList<Problem> &problems);
    void warnAboutMovedListener(const Listener &wanted);

    Paths m_paths;
    Overrides m_overrides;
    UnixSignals m_signals;
    std::shared_ptr<Redactor> m_redactor;
    LogSink m_log;
    Keychain m_keychain;
    ConfigWatch m_files;
    Gateway m_gateway;
    Listener m_listener;    //!< as it was started
    QSet<QString> m_warned; //!< warnings that were given already
    bool m_stopping = false;
};

} // namespace gatehouse
