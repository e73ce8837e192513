// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon.h"

#include "app/exit_code.h"
#include "app/listen_failure.h"
#include "app/ready_line.h"
#include "app/spare_memory.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace std::chrono_literals;

namespace gatehouse {

Daemon::Daemon(const Options &options)
    : m_host(options, 5s)
{
    connect(&m_signals, &UnixSignals::raised, this, &Daemon::onSignal);
    connect(&m_host.gateway(), &Gateway::listening, this, &Daemon::onListening);
    connect(&m_host.gateway(), &Gateway::failed, this, &Daemon::onFailed);
    connect(&m_host.gateway(), &Gateway::stopped, this,
            [this] { QCoreApplication::exit(m_timesTold > 0 ? Ended : Failed); });
}

Daemon::~Daemon() = default;

int Daemon::run()
{
    if (!m_host.prepare())
        return BadInput;
    m_host.gateway().start();
    return QCoreApplication::exec();
}

void Daemon::onSignal(int number)
{
    if (number == SIGHUP)
        m_host.files().reload();
    else
        end();
}

void Daemon::end()
{
    switch (++m_timesTold) {
    case 1:
        qCInfo(lcApp) << "Stopping; running requests have 10 seconds.";
        return m_host.gateway().stop(10s);
    case 2:
        qCInfo(lcApp) << "Stopping now; running requests end with an error.";
        return m_host.gateway().stop(0s);
    default:
        QCoreApplication::exit(Ended);
    }
}

void Daemon::onListening(const QString &host, quint16 port)
{
    m_listening = true;
    std::fputs(readyLine(listeningUrl(host, port)).constData(), stdout);
    std::fflush(stdout);
    giveMemoryBack(); // the trees of the files that were read
}

void Daemon::onFailed(const QString &message, bool addressInUse)
{
    if (m_listening) // it was to move, and stays where it is
        return;
    qCCritical(lcApp).noquote() << listenFailure(m_host.config().listener, message, addressInUse);
    QCoreApplication::exit(addressInUse ? PortTaken : Failed);
}

} // namespace gatehouse
