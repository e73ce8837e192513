// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gateway_host.h"
#include "app/unix_signals.h"

#include <QObject>

namespace gatehouse {

//! The gateway without a window: ready line, signals, exit codes (contract, section 1).
class Daemon final : public QObject
{
    Q_OBJECT

public:
    explicit Daemon(const Options &options);
    ~Daemon() override;

    //! Runs until a signal ends it, and returns the exit code.
    int run();

private:
    void onSignal(int number);
    void end();
    void onListening(const QString &host, quint16 port);
    void onFailed(const QString &message, bool addressInUse);

    UnixSignals m_signals;
    GatewayHost m_host;
    bool m_listening = false;
    int m_timesTold = 0; //!< to end
};

} // namespace gatehouse
