// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/base_url.h"
#include "gateway/config/words.h"

#include <QHostAddress>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QHostAddress addressOf(const QString &host)
{
    const QHostAddress address(host);
    bool mapped = false;
    const quint32 ipv4 = address.toIPv4Address(&mapped);
    return mapped ? QHostAddress(ipv4) : address;
}

bool isInOneOf(const QHostAddress &address, std::initializer_list<const char *> subnets)
{
    return std::any_of(subnets.begin(), subnets.end(), [&](const char *subnet) {
        return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(subnet)));
    });
}

bool isPrivate(const QString &host)
{
    if (isLoopback(host))
        return true;
    const QHostAddress address = addressOf(host);
    return address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6) ||
           isInOneOf(address, {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7",
                               "fe80::/10"});
}

//! Addresses under which clouds hand credentials to whoever asks from inside.
bool isMetadataService(const QString &host)
{
    return host == "metadata.google.internal"_L1 ||
           isInOneOf(addressOf(host), {"169.254.169.254/32", "100.100.100.200/32", "fd00:ec2::254/128"});
}

//! The host exactly as written, between `://` and the port or path, without brackets.
QString writtenHost(const QString &url)
{
    const QString authority = url.section(u'?', 0, 0).section("://"_L1, 1).section(u'/', 0, 0);
    if (authority.startsWith(u'['))
        return authority.section(u']', 0, 0).mid(1);
    return authority.section(u':', 0, 0);
}

//! Scheme, host and port in one spelling.
QString originOf(const QString &url)
{
    return QUrl(url).scheme() + "://"_L1 + hostAndPort(url);
}

QString schemeProblem(const QUrl &url)
{
    if (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isPrivate(url.host())))
        return {};
    if (url.scheme() == "http"_L1) {
        return ConfigWords::tr(
            "must be https: http is taken only for localhost and private addresses, written as "
            "numbers, such as http://192.168.1.20:11434/v1");
    }
    return ConfigWords::tr("must begin with https://");
}

//! What follows the path of \a url and must not, as the end of a sentence about it.
QString tailProblem(const QUrl &url, bool mayHaveQuery)
{
    if (mayHaveQuery)
        return url.hasFragment() ? ConfigWords::tr("must hold no #") : QString();
    if (url.hasQuery() || url.hasFragment())
        return ConfigWords::tr("must end with its path: neither ? nor # may follow");
    return {};
}

//! Whether the path of \a url leads back up, or may be read in two ways. Slashes at its end do not count.
bool hasOddSegments(const QUrl &url)
{
    QString path = url.path(QUrl::FullyDecoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const QStringList segments = path.split(u'/').mid(1);
    return std::any_of(segments.cbegin(), segments.cend(), [](const QString &segment) {
        return segment.isEmpty() || segment == "."_L1 || segment == ".."_L1;
    });
}

QString urlProblem(const QString &url, bool mayHaveQuery)
{
    if (url.isEmpty())
        return ConfigWords::tr("is missing");
    if (url.contains(u'{'))
        return ConfigWords::tr(
            "holds a placeholder: put a name of your own in the place of the part in braces");
    if (!std::all_of(url.cbegin(), url.cend(), [](QChar c) { return c > u' ' && c < u'\x7f' && c != u'\\'; }))
        return ConfigWords::tr("may hold neither blanks nor backslashes, control or non-ASCII characters");

    const QUrl parsed(url, QUrl::StrictMode);
    if (!url.contains("://"_L1) || !parsed.isValid())
        return ConfigWords::tr("is not a URL");
    if (!parsed.userInfo().isEmpty() || parsed.authority().contains(u'@'))
        return ConfigWords::tr("must not hold a user name or a password");
    if (QString problem = tailProblem(parsed, mayHaveQuery); !problem.isEmpty())
        return problem;
    if (parsed.host().isEmpty())
        return ConfigWords::tr("has no host");
    if (QString problem = schemeProblem(parsed); !problem.isEmpty())
        return problem;
    if (parsed.port() == 0)
        return ConfigWords::tr("has a port that nobody can listen on");
    if (QString problem = hostSpellingProblem(url); !problem.isEmpty())
        return problem;
    if (isMetadataService(parsed.host()))
        return ConfigWords::tr("is a cloud's metadata service, which is not to be called from here");
    return {};
}

} // namespace

QString hostSpellingProblem(const QString &url)
{
    if (writtenHost(url).compare(QUrl(url).host(QUrl::FullyEncoded), Qt::CaseInsensitive) == 0)
        return {};
    return ConfigWords::tr("has a host in an unusual spelling: write the plain name, or the address in full");
}

QString baseUrlProblem(const QString &url)
{
    QString problem = urlProblem(url, false);
    if (problem.isEmpty() && hasOddSegments(QUrl(url, QUrl::StrictMode)))
        problem = ConfigWords::tr("has a path with `.`, `..` or `//` in it: write it as the provider does");
    return problem;
}

QString endpointIn(const QString &url)
{
    QString path = QUrl(url).path();
    while (path.endsWith(u'/'))
        path.chop(1);
    for (const auto end :
         {"/chat/completions"_L1, "/completions"_L1, "/responses"_L1, "/embeddings"_L1, "/messages"_L1}) {
        if (path.endsWith(end, Qt::CaseInsensitive))
            return end;
    }
    const qsizetype verb = path.lastIndexOf(u':');
    return verb > path.lastIndexOf(u'/')
               ? path.sliced(path.lastIndexOf("/models/"_L1, verb) + 1).prepend(u'/')
               : QString();
}

QString webhookUrlProblem(const QString &url)
{
    return urlProblem(url, true);
}

QString hostAndPort(const QString &url)
{
    const QUrl parsed(url);
    const int usual = parsed.scheme() == "http"_L1 ? 80 : 443;
    const int port = parsed.port(usual);
    QString host = parsed.host(QUrl::FullyEncoded).toLower();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return port == usual ? host : host + u':' + QString::number(port);
}

bool isSameOrigin(const QString &url, const QString &pattern)
{
    const qsizetype open = pattern.indexOf(u'{');
    if (open < 0)
        return originOf(url) == originOf(pattern);
    constexpr auto anyLabel = "any-label"_L1;
    const QString whole = QString(pattern).replace(open, pattern.indexOf(u'}') - open + 1, anyLabel);
    const QStringList around = originOf(whole).split(anyLabel);
    const QString origin = originOf(url);
    if (around.size() != 2 || !origin.startsWith(around[0]) || !origin.endsWith(around[1]))
        return false;
    const qsizetype length = origin.size() - around[0].size() - around[1].size();
    const QStringView label = QStringView(origin).mid(around[0].size(), length);
    return length > 0 && std::all_of(label.cbegin(), label.cend(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
           });
}

bool isLoopback(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    const QHostAddress address = addressOf(host);
    return !address.isNull() && address.isLoopback();
}

bool isNearby(const QString &url)
{
    return isPrivate(QUrl(url).host());
}

} // namespace gatehouse
