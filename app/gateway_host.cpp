// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gateway_host.h"

#include "app/listen_failure.h"
#include "app/ready_line.h"
#include "app/spare_memory.h"
#include "app/usage_log.h"
#include "gateway/base/logging.h"
#include "gateway/base/redact.h"
#include "gateway/config/base_url.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// So often free memory goes back to the system, while there are requests.
constexpr std::chrono::minutes memoryTime{1};

QString lineOf(const Problem &problem)
{
    return problem.path.isEmpty() ? problem.message : problem.path + u": "_s + problem.message;
}

//! All errors in one text, for /health.
QString summaryOf(const QList<Problem> &problems)
{
    QStringList errors;
    for (const Problem &problem : problems) {
        if (!problem.warning)
            errors.append(lineOf(problem));
    }
    return errors.join(u"; ");
}

} // namespace

GatewayHost::GatewayHost(const Options &options, std::chrono::milliseconds keychainLimit)
    : m_paths(pathsFor(options))
    , m_overrides(overridesOf(options))
    , m_redactor(std::make_shared<Redactor>())
    , m_log(options.logLevel.value_or(LogLevel::Info), options.logFormat, m_redactor)
    , m_keychain(keychainLimit)
    , m_files(m_paths)
    , m_gateway(&m_keychain, m_redactor)
{
    connect(&m_files, &ConfigWatch::changed, this, &GatewayHost::onConfigChanged);
    connect(&m_keychain, &Keychain::awoke, &m_files, &ConfigWatch::reload);
    // Queued: whoever wrote the key is told first. A replaced key leaves the file as it was.
    connect(&m_keychain, &Keychain::changed, this, &GatewayHost::onKeysChanged, Qt::QueuedConnection);
    connect(&m_gateway, &Gateway::recordedTogether, this, &GatewayHost::onRecorded, Qt::DirectConnection);
    m_memoryTimer.setSingleShot(true);
    m_memoryTimer.setInterval(memoryTime);
    connect(&m_memoryTimer, &QTimer::timeout, this, &giveMemoryBack);
    connect(&m_gateway, &Gateway::alerted, this,
            [](const Alert &alert) { qCWarning(lcApp).noquote() << "Alert:" << alert.message; });
    connect(&m_gateway, &Gateway::failed, this, &GatewayHost::onFailed);
    connect(&m_gateway, &Gateway::stopped, this, [this] { m_listensAt.clear(); });
    connect(&m_gateway, &Gateway::listening, this, [this](const QString &host, quint16 port) {
        m_listensAt = host;
        if (const Listener &wanted = m_config.listener;
            host == wanted.host && (port == wanted.port || wanted.port == 0)) {
            m_notMoved.clear();
            reportConfig();
        }
        qCInfo(lcApp).noquote() << "Listening on" << QString::fromUtf8(listeningUrl(host, port))
                                << (isEveryAddress(host) ? "and every other address of this machine" : "");
    });
}

GatewayHost::~GatewayHost() = default;

bool GatewayHost::prepare()
{
    if (makePrivateFolder(m_paths.dataDir)) {
        m_log.openFile(m_paths.log);
        m_gateway.openUsage(m_paths.usage);
        m_gateway.openCapabilities(m_paths.capabilities);
    } else {
        qCWarning(lcApp).noquote() << "The data folder" << m_paths.dataDir
                                   << "cannot be made: no log file and no usage records are kept.";
    }
    if (!apply()) {
        qCCritical(lcConfig).noquote() << "The configuration" << m_paths.config << "is not valid.";
        return false;
    }
    if (m_config.providers.isEmpty())
        qCWarning(lcConfig).noquote()
            << "There are no providers. Put one into" << m_paths.config << "such as"
            << R"({"version": 1, "providers": [{"preset": "openai", "apiKey": "${OPENAI_API_KEY}"}]})"
            << "or try --demo.";
    return true;
}

void GatewayHost::onRecorded(const QList<UsageRecord> &records)
{
    logUsage(m_log, records);
    const auto startTimer = [this] {
        if (!m_memoryTimer.isActive())
            m_memoryTimer.start();
    };
    QMetaObject::invokeMethod(this, startTimer, Qt::QueuedConnection);
}

void GatewayHost::pausePaid(bool paused)
{
    if (std::exchange(m_overrides.pausePaid, paused) != paused && m_ready)
        enforce();
}

void GatewayHost::onConfigChanged()
{
    if (!apply()) {
        qCCritical(lcConfig) << "The new configuration is not valid: the last good one stays in force.";
        return;
    }
    qCInfo(lcConfig).noquote() << "Configuration loaded from" << m_paths.config;
}

void GatewayHost::onKeysChanged()
{
    if (m_ready)
        m_gateway.apply(m_config, m_environment);
}

bool GatewayHost::apply()
{
    const ConfigFileState &state = m_files.state();
    const ConfigReading reading = effectiveConfig(state.reading, m_overrides);
    warnAbout(reading.problems);
    if (!reading.valid()) {
        m_rejected = summaryOf(reading.problems);
        reportConfig();
        Q_EMIT configRejected(m_rejected);
        return false;
    }
    m_rejected.clear();
    m_notMoved.clear();
    m_good = state.reading;
    m_environment = state.environment;
    m_ready = true;
    enforce();
    reportConfig();
    Q_EMIT configApplied();
    return true;
}

void GatewayHost::onFailed(const QString &message, bool addressInUse)
{
    if (m_listensAt.isEmpty())
        return;
    // As the gateway does: it does not stay beyond loopback without a client key.
    const bool stays = isLoopback(m_listensAt) || !m_config.clients.isEmpty();
    m_notMoved = (stays ? moveFailure : listenFailure)(m_config.listener, message, addressInUse);
    qCCritical(lcApp).noquote() << m_notMoved;
    reportConfig();
}

//! What the file says but is not in force, for /health.
void GatewayHost::reportConfig()
{
    QStringList problems = {m_rejected, m_notMoved};
    problems.removeAll(QString());
    m_gateway.reportConfig(problems.isEmpty(), problems.join(u"; "));
}

//! Puts the last valid configuration in force, under what stands above it now.
void GatewayHost::enforce()
{
    m_config = effectiveConfig(m_good, m_overrides).config;
    m_gateway.apply(m_config, m_environment);
}

void GatewayHost::warnAbout(const QList<Problem> &problems)
{
    for (const Problem &problem : problems) {
        const QString line = lineOf(problem);
        if (!problem.warning)
            qCCritical(lcConfig).noquote() << line;
        else if (!m_warned.contains(line))
            qCWarning(lcConfig).noquote() << line;
        m_warned.insert(line);
    }
}

} // namespace gatehouse
