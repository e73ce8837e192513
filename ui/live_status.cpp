// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live_status.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

QString LiveStatus::baseUrl() const
{
    if (!m_status.listening)
        return {};
    // Where it listens on every address, this machine still reaches it as itself.
    QString host = m_status.host;
    if (host == "0.0.0.0"_L1 || host == "::"_L1)
        host = u"127.0.0.1"_s;
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return u"http://%1:%2"_s.arg(host, QString::number(m_status.port));
}

const ProviderStatus *LiveStatus::provider(const QString &id) const
{
    const auto it = std::find_if(m_status.providers.cbegin(), m_status.providers.cend(),
                                 [&](const ProviderStatus &provider) { return provider.id == id; });
    return it == m_status.providers.cend() ? nullptr : &*it;
}

void LiveStatus::setStatus(const GatewayStatus &status)
{
    if (status == m_status)
        return;
    m_status = status;
    if (status.listening) {
        m_failure.clear();
        m_takenPort = 0;
    }
    Q_EMIT changed();
}

void LiveStatus::setWanted(bool wanted)
{
    if (std::exchange(m_wanted, wanted) != wanted)
        Q_EMIT changed();
}

void LiveStatus::setFailure(const QString &message, quint16 takenPort)
{
    m_failure = message;
    m_takenPort = takenPort;
    Q_EMIT changed();
}

void LiveStatus::setConfigProblem(const QString &problem)
{
    if (std::exchange(m_configProblem, problem) != problem)
        Q_EMIT changed();
}

void LiveStatus::setMoveFailure(const QString &message, quint16 takenPort)
{
    m_refusedPort = takenPort;
    if (std::exchange(m_moveFailure, message) != message)
        Q_EMIT changed();
}

} // namespace gatehouse
