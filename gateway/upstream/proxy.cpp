// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/proxy.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool isLoopback(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 ||
        host.endsWith(".localhost"_L1, Qt::CaseInsensitive))
        return true;
    const QHostAddress address(host);
    return address.isLoopback();
}

} // namespace

ProxyChoice proxyChoice(const QString &setting, const QByteArray &baseUrl)
{
    if (setting.isEmpty() || setting == "none"_L1)
        return ProxyChoice::Straight;
    if (setting != "system"_L1)
        return ProxyChoice::Named;
    return isLoopback(QUrl::fromEncoded(baseUrl).host()) ? ProxyChoice::Straight : ProxyChoice::System;
}

Proxy namedProxy(const QString &setting)
{
    const QUrl url(setting);
    const QString port = url.port() < 0 ? QString() : u':' + QString::number(url.port());
    return {setting.toUtf8(), url.host() + port};
}

} // namespace gatehouse
