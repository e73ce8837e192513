// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon.h"

#include "app/exit_code.h"
#include "app/port_owner.h"
#include "app/ready_line.h"
#include "app/usage_log.h"
#include "gateway/base/logging.h"
#include "gateway/base/redact.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {
namespace {

//! All errors in one text, for /health.
QString summaryOf(const QList<Problem> &problems)
{
    QStringList errors;
    for (const Problem &problem : problems) {
        if (!problem.warning)
            errors.append(problem.path.isEmpty() ? problem.message
                                                 : problem.path + u": "_s + problem.message);
    }
    return errors.join(u"; ");
}

} // namespace

Daemon::Daemon(Options options)
    : m_paths(pathsFor(options))
    , m_overrides(overridesOf(options))
    , m_redactor(std::make_shared<Redactor>())
    , m_log(options.logLevel, options.logFormat, m_redactor)
    , m_keychain(5s)
    , m_files(m_paths)
    , m_gateway(&m_keychain, m_redactor)
{
    connect(&m_signals, &UnixSignals::raised, this, &Daemon::onSignal);
    connect(&m_files, &ConfigWatch::changed, this, &Daemon::onConfigChanged);
    connect(&m_keychain, &Keychain::awoke, &m_files, &ConfigWatch::reload);
    connect(&m_gateway, &Gateway::listening, this, &Daemon::onListening);
    connect(&m_gateway, &Gateway::failed, this, &Daemon::onFailed);
    connect(&m_gateway, &Gateway::stopped, this, [] { QCoreApplication::exit(Ended); });
    connect(&m_gateway, &Gateway::recorded, this,
            [this](const UsageRecord &record) { logUsage(m_log, record); });
}

Daemon::~Daemon() = default;

int Daemon::run()
{
    if (makePrivateFolder(m_paths.dataDir))
        m_log.openFile(m_paths.log);
    else
        qCWarning(lcApp).noquote() << "The data folder" << m_paths.dataDir
                                   << "cannot be made: no log file is kept.";
    return start() ? QCoreApplication::exec() : BadInput;
}

bool Daemon::start()
{
    const ConfigFileState &state = m_files.state();
    const ConfigReading reading = effectiveConfig(state.reading, m_overrides);
    warnAbout(reading.problems);
    if (!reading.valid()) {
        qCCritical(lcConfig).noquote() << "The configuration" << m_paths.config << "is not valid.";
        return false;
    }
    if (reading.config.providers.isEmpty())
        qCWarning(lcConfig).noquote()
            << "There are no providers. Put one into" << m_paths.config << "such as"
            << R"({"version": 1, "providers": [{"preset": "openai", "apiKey": "${OPENAI_API_KEY}"}]})"
            << "or try --demo.";
    m_listener = reading.config.listener;
    m_gateway.apply(reading.config, state.environment);
    m_gateway.start();
    return true;
}

void Daemon::onConfigChanged(const ConfigFileState &state)
{
    if (m_stopping)
        return;
    ConfigReading reading = effectiveConfig(state.reading, m_overrides);
    if (reading.valid()) {
        warnAboutMovedListener(reading.config.listener);
        // What is checked must be what is open: a file that takes the listener back to loopback, and the
        // client keys away, would leave it open to everyone.
        reading = effectiveConfig(state.reading, {m_listener.host, m_listener.port, m_overrides.demo});
    }
    warnAbout(reading.problems);
    if (!reading.valid()) {
        qCCritical(lcConfig) << "The new configuration is not valid: the last good one stays in force.";
        m_gateway.reportConfig(false, summaryOf(reading.problems));
        return;
    }
    m_gateway.apply(reading.config, state.environment);
    m_gateway.reportConfig(true, {});
    qCInfo(lcConfig).noquote() << "Configuration loaded from" << m_paths.config;
}

void Daemon::warnAbout(const QList<Problem> &problems)
{
    for (const Problem &problem : problems) {
        const QString line =
            problem.path.isEmpty() ? problem.message : problem.path + u": "_s + problem.message;
        if (!problem.warning)
            qCCritical(lcConfig).noquote() << line;
        else if (!m_warned.contains(line))
            qCWarning(lcConfig).noquote() << line;
        m_warned.insert(line);
    }
}

void Daemon::warnAboutMovedListener(const Listener &wanted)
{
    if (wanted.host != m_listener.host || wanted.port != m_listener.port)
        qCWarning(lcConfig).noquote()
            << "The address in the configuration is another now. It is taken up when"
            << "the program is started again.";
}

void Daemon::onSignal(int number)
{
    if (number == SIGHUP) {
        m_files.reload();
    } else if (!m_stopping) {
        m_stopping = true;
        qCInfo(lcApp) << "Stopping; running requests have 10 seconds.";
        m_gateway.stop(10s);
    } else {
        QCoreApplication::exit(Ended);
    }
}

void Daemon::onListening(const QString &host, quint16 port)
{
    const QByteArray url = listeningUrl(host, port);
    qCInfo(lcApp).noquote() << "Listening on" << QString::fromUtf8(url);
    std::fputs(readyLine(url).constData(), stdout);
    std::fflush(stdout);
}

void Daemon::onFailed(const QString &message, bool addressInUse)
{
    if (!addressInUse) {
        qCCritical(lcApp).noquote() << "Cannot listen on" << m_listener.host << "port" << m_listener.port
                                    << ":" << message;
        QCoreApplication::exit(Failed);
        return;
    }
    const QString owner = portOwner(m_listener.port);
    qCCritical(lcApp).noquote()
        << u"The port %1 is taken by %2. Stop that, or choose another port with --port."_s.arg(
               QString::number(m_listener.port), owner.isEmpty() ? u"another program"_s : owner);
    QCoreApplication::exit(PortTaken);
}

} // namespace gatehouse
