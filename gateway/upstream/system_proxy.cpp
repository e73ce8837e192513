// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/system_proxy.h"

#include <QNetworkProxy>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

Proxy proxyFrom(const QNetworkProxy &system)
{
    QUrl url;
    switch (system.type()) {
    case QNetworkProxy::Socks5Proxy:
        url.setScheme(u"socks5h"_s);
        break;
    case QNetworkProxy::HttpProxy:
    case QNetworkProxy::HttpCachingProxy:
        url.setScheme(u"http"_s);
        break;
    default:
        return {};
    }
    url.setHost(system.hostName());
    url.setPort(system.port());
    url.setUserName(system.user(), QUrl::DecodedMode);
    url.setPassword(system.password(), QUrl::DecodedMode);
    return {url.toEncoded(), url.host() + u':' + QString::number(url.port())};
}

Proxy askSystem(const QUrl &url)
{
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return proxies.isEmpty() ? Proxy() : proxyFrom(proxies.first());
}

} // namespace

SystemProxy::SystemProxy(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

std::optional<Proxy> SystemProxy::find(const QByteArray &baseUrl)
{
    const TimePoint now = Clock::now();
    Known &known = m_known[baseUrl];
    const auto age = now - known.askedAt;
    if (!known.asking && (!known.proxy || age >= askAgainAfter)) {
        known.asking = true;
        ask(baseUrl);
    }
    if (age >= goodFor)
        known.proxy.reset();
    return known.proxy;
}

void SystemProxy::ask(const QByteArray &baseUrl)
{
    m_pool.start([this, baseUrl] {
        const Proxy proxy = askSystem(QUrl::fromEncoded(baseUrl));
        const auto tell = [this, baseUrl, proxy] {
            m_known[baseUrl] = {proxy, Clock::now(), false};
            Q_EMIT found();
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

} // namespace gatehouse
