// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace gatehouse {

//! The way to a provider: straight, or through a proxy.
struct Proxy
{
    QByteArray url = {}; //!< for libcurl; may hold credentials, so it goes nowhere else. Empty: straight
    QString name = {};   //!< `host:port`, for messages

    bool operator==(const Proxy &) const = default;
};

//! What Provider::proxy asks for.
enum class ProxyChoice { Straight, Named, System };

//! For a provider at \a baseUrl. Loopback is always reached straight unless a proxy is named for it.
ProxyChoice proxyChoice(const QString &setting, const QByteArray &baseUrl);

//! The proxy that \a setting names, `http://…` or `socks5h://…`.
Proxy namedProxy(const QString &setting);

} // namespace gatehouse
