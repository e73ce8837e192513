// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/base_url.h"
#include "gateway/config/checks.h"
#include "gateway/config/words.h"

#include <QHostAddress>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 mostBodyBytes = 1024LL * 1024 * 1024;
constexpr int mostConnections = 65'535;

bool isPort(const QString &text)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    return isNumber && port > 0 && port <= 65'535;
}

//! `host`, `host:port` or `[v6]:port`; also with `*` as a port where \a anyPort.
bool isAuthority(const QString &text, bool anyPort)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        uR"(([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(\*|[0-9]{1,5}))?)"_s));
    const QRegularExpressionMatch match = form.match(text);
    const QString port = match.captured(2);
    return match.hasMatch() && (port.isEmpty() || (port == "*"_L1 ? anyPort : isPort(port)));
}

QString originProblem(const QString &origin)
{
    if (origin == "*"_L1)
        return ConfigWords::tr("may not be `*`: any web page could then use your keys");
    if (origin == "null"_L1)
        return ConfigWords::tr("may not be `null`: any web page can make its origin that");
    static const QRegularExpression scheme(QRegularExpression::anchoredPattern(u"[a-z][a-z0-9+.-]*"_s));
    const qsizetype end = origin.indexOf("://"_L1);
    if (end < 0 || !scheme.match(origin.left(end)).hasMatch() || !isAuthority(origin.mid(end + 3), true))
        return ConfigWords::tr(
            "must be scheme://host, scheme://host:port or scheme://host:*, without a path");
    return {};
}

} // namespace

void checkListener(const Config &config, Findings findings)
{
    const Listener &listener = config.listener;
    const bool loopback = isLoopback(listener.host);
    if (!loopback && QHostAddress(listener.host).isNull())
        findings.error(u"host"_s, ConfigWords::tr("must be `localhost` or an address, such as 127.0.0.1"));
    else if (!loopback && config.clients.isEmpty())
        findings.error(
            u"host"_s,
            ConfigWords::tr("leads beyond this machine, which needs at least one client key: see `gatehoused "
                            "client add NAME`"));
    if (listener.maxBodyBytes < 1 || listener.maxBodyBytes > mostBodyBytes)
        findings.error(u"maxBodyBytes"_s, ConfigWords::tr("must be from 1 to %1").arg(mostBodyBytes));
    if (listener.maxConnections < 1 || listener.maxConnections > mostConnections)
        findings.error(u"maxConnections"_s, ConfigWords::tr("must be from 1 to %1").arg(mostConnections));
    for (qsizetype i = 0; i < listener.allowedOrigins.size(); ++i) {
        if (const QString problem = originProblem(listener.allowedOrigins[i]); !problem.isEmpty())
            findings.error(u"allowedOrigins/%1"_s.arg(i), problem);
    }
    for (qsizetype i = 0; i < listener.allowedHosts.size(); ++i) {
        if (!isAuthority(listener.allowedHosts[i], false))
            findings.error(u"allowedHosts/%1"_s.arg(i),
                           ConfigWords::tr("must be a host, or host:port, without scheme and path"));
    }
}

} // namespace gatehouse
