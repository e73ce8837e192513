// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/base_url.h"
#include "gateway/config/checks.h"
#include "gateway/config/words.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 mostBodyBytes = 1024LL * 1024 * 1024;
constexpr int mostConnections = 65'535;

//! Not empty, of ASCII letters and digits and \a more.
bool isMadeOf(QStringView text, QLatin1StringView more)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [more](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || more.contains(c);
    });
}

bool isPort(QStringView text)
{
    const bool isNumber =
        !text.isEmpty() && text.size() <= 5 &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int port = isNumber ? text.toInt() : 0;
    return port > 0 && port <= 65'535;
}

bool isV6(QStringView text)
{
    return QHostAddress(text.toString()).protocol() == QAbstractSocket::IPv6Protocol;
}

//! As RFC 3986, 3.1, has it, in lower case.
bool isScheme(QStringView text)
{
    return isMadeOf(text, "+.-"_L1) && text.front().isLower() &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c.isUpper(); });
}

//! `host`, `host:port` or `[v6]:port`; also with `*` as a port where \a anyPort. Without a regular
//! expression: it would set up the library for them at every start.
bool isAuthority(QStringView text, bool anyPort)
{
    const bool bracketed = text.startsWith(u'[');
    const qsizetype end = bracketed ? text.indexOf(u']') + 1 : text.indexOf(u':');
    const QStringView host = end < 0 ? text : text.first(end);
    const QStringView port = text.sliced(host.size());
    const bool named =
        bracketed ? host.size() > 2 && isV6(host.sliced(1).chopped(1)) : isMadeOf(host, "._-"_L1);
    if (!named || port.isEmpty())
        return named;
    return port == ":*"_L1 ? anyPort : port.startsWith(u':') && isPort(port.sliced(1));
}

QString originProblem(const QString &origin)
{
    if (origin == "*"_L1)
        return ConfigWords::tr("may not be `*`: any web page could then use your keys");
    if (origin == "null"_L1)
        return ConfigWords::tr("may not be `null`: any web page can make its origin that");
    const qsizetype end = origin.indexOf("://"_L1);
    const QStringView text = origin;
    if (end < 0 || !isScheme(text.first(end)) || !isAuthority(text.sliced(end + 3), true))
        return ConfigWords::tr(
            "must be scheme://host, scheme://host:port or scheme://host:*, without a path");
    return {};
}

//! \a host as it is usually written; empty if it is neither `localhost` nor an address. Qt reads more than
//! clients know how to write into `Host`.
QString usualSpelling(const QString &host)
{
    QString bare = host.trimmed();
    if (bare.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return u"localhost"_s;
    if (bare.startsWith(u'[') && bare.endsWith(u']'))
        bare = bare.sliced(1).chopped(1);
    QHostAddress address(bare.section(u'%', 0, 0));
    const bool isMapped = address.protocol() == QAbstractSocket::IPv6Protocol &&
                          address.isInSubnet(QHostAddress(u"::ffff:0:0"_s), 96);
    if (isMapped) // nobody can listen there
        address = QHostAddress(address.toIPv4Address());
    const QString card = bare.section(u'%', 1);
    const bool needsCard = address.protocol() == QAbstractSocket::IPv6Protocol && address.isLinkLocal();
    if (!needsCard || card.isEmpty())
        return address.toString();
    return isMadeOf(card, "._-@"_L1) ? QString(address.toString() + u'%' + card) : QString();
}

//! The door does not let in by the address where it is, unless that is one of the usual three.
void checkOwnNames(const Listener &listener, Findings &findings)
{
    const QString &host = listener.host;
    const bool everyAddress = host == "0.0.0.0"_L1 || host == "::"_L1;
    if (everyAddress || host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1)
        return;
    const QString name = host.contains(u':') ? QString(u'[' + host + u']') : host;
    const QString withPort = name + u':' + QString::number(listener.port);
    const bool held = std::any_of(listener.allowedHosts.cbegin(), listener.allowedHosts.cend(),
                                  [&](const QString &allowed) {
                                      return allowed.compare(name, Qt::CaseInsensitive) == 0 ||
                                             allowed.compare(withPort, Qt::CaseInsensitive) == 0;
                                  });
    if (!held)
        findings.warning(u"allowedHosts"_s,
                         ConfigWords::tr("does not hold `%1`, where the gateway listens: requests to that "
                                         "address are refused (host_not_allowed)")
                             .arg(name));
}

void checkHost(const Config &config, Findings &findings)
{
    const QString &host = config.listener.host;
    const QString usual = usualSpelling(host);
    if (usual.isEmpty())
        findings.error(u"host"_s, ConfigWords::tr("must be `localhost` or an address, such as 127.0.0.1"));
    else if (usual != host && (usual == "localhost"_L1 || usual.compare(host, Qt::CaseInsensitive) != 0))
        findings.error(u"host"_s, ConfigWords::tr("is in an unusual spelling: write `%1`").arg(usual));
    else if (!isLoopback(host) && config.clients.isEmpty())
        findings.error(
            u"host"_s,
            ConfigWords::tr("leads beyond this machine, which needs at least one client key: see `gatehoused "
                            "client add NAME`"));
    else
        checkOwnNames(config.listener, findings);
}

} // namespace

void checkListener(const Config &config, Findings findings)
{
    const Listener &listener = config.listener;
    checkHost(config, findings);
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
