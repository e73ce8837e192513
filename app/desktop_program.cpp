// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop_program.h"

#include "app/autostart.h"
#include "app/listen_failure.h"
#include "app/port_owner.h"

#include <QTcpServer>

using namespace std::chrono_literals;

namespace gatehouse {
namespace {

constexpr int portsToTry = 100;

LogLevel levelNamed(const QString &name)
{
    for (const LogLevel level : {LogLevel::Error, LogLevel::Warn, LogLevel::Debug}) {
        if (name == QLatin1StringView(levelName(level).toByteArray()))
            return level;
    }
    return LogLevel::Info;
}

} // namespace

DesktopProgram::DesktopProgram(const Options &options, GatewayHost &host, ConfigStore &store)
    : m_options(options)
    , m_host(host)
    , m_store(store)
    , m_file(host.paths().dataDir)
    , m_chosen(m_file.preferences())
{
    if (!options.logLevel)
        LogSink::setLevel(levelNamed(m_chosen.logLevel));
    host.pausePaid(m_chosen.pausePaid);
    connect(&host.gateway(), &Gateway::failed, this, &DesktopProgram::onFailed);
    connect(&host.gateway(), &Gateway::listening, this, [this] {
        m_listening = true;
        Q_EMIT listenFailed({}, 0);
    });
    connect(&host.gateway(), &Gateway::stopped, this, [this] { m_listening = false; });
    // A file that was mended lets the gateway start that could not.
    connect(&host, &GatewayHost::configApplied, this, [this] {
        if (m_wanted && !m_listening)
            m_host.gateway().start();
    });
}

Places DesktopProgram::places() const
{
    const Paths &paths = m_host.paths();
    return {paths.config, paths.dataDir, paths.log};
}

void DesktopProgram::setPreferences(const Preferences &preferences)
{
    if (preferences == m_chosen)
        return;
    m_chosen = preferences;
    m_file.setPreferences(preferences);
    LogSink::setLevel(m_options.logLevel.value_or(levelNamed(preferences.logLevel)));
    m_host.pausePaid(preferences.pausePaid);
    Q_EMIT preferencesChanged();
}

bool DesktopProgram::startsAtLogin() const
{
    return gatehouse::startsAtLogin();
}

QString DesktopProgram::setStartsAtLogin(bool on)
{
    QStringList arguments;
    if (!m_options.configPath.isEmpty())
        arguments += {QStringLiteral("--config"), m_host.paths().config};
    if (!m_options.dataDir.isEmpty())
        arguments += {QStringLiteral("--data-dir"), m_host.paths().dataDir};
    return gatehouse::setStartsAtLogin(on, arguments);
}

void DesktopProgram::startGateway()
{
    m_wanted = true;
    Q_EMIT gatewayWanted(true);
    if (m_host.ready())
        m_host.gateway().start();
    else
        Q_EMIT listenFailed(tr("The configuration file has errors."), 0);
}

void DesktopProgram::stopGateway()
{
    m_wanted = false;
    Q_EMIT gatewayWanted(false);
    Q_EMIT listenFailed({}, 0);
    m_host.gateway().stop(10s);
}

void DesktopProgram::quit()
{
    Q_EMIT quitRequested();
}

QString DesktopProgram::portOwner(quint16 port) const
{
    return gatehouse::portOwner(port);
}

quint16 DesktopProgram::freePortAfter(quint16 port) const
{
    const QHostAddress address(m_host.config().listener.host);
    for (int next = port + 1; next <= std::min(port + portsToTry, 65535); ++next) {
        QTcpServer trial;
        if (trial.listen(address.isNull() ? QHostAddress(QHostAddress::LocalHost) : address, quint16(next)))
            return quint16(next);
    }
    return 0;
}

void DesktopProgram::moveLiteralKeys(std::function<void(QString)> done)
{
    m_store.moveLiteralKeys(m_host.keychain(), std::move(done));
}

void DesktopProgram::onFailed(const QString &message, bool addressInUse)
{
    const Listener &listener = m_host.config().listener;
    const quint16 taken = addressInUse ? listener.port : quint16(0);
    if (m_listening) { // it was to move
        Q_EMIT moveFailed(moveFailure(listener, message, addressInUse), taken);
        return;
    }
    const QString text = listenFailure(listener, message, addressInUse);
    qCCritical(lcApp).noquote() << text;
    Q_EMIT listenFailed(text, taken);
}

} // namespace gatehouse
