// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/curl_handle.h"
#include "gateway/upstream/per_link.h"
#include "gateway/upstream/proxy.h"

#include <QHash>

#include <memory>
#include <vector>

namespace gatehouse {

//! What requests over one Link need again and again, kept ready: handles, parsed URLs, the proxy.
class LinkCache final
{
public:
    explicit LinkCache(const Link &link);

    //! \a url parsed for libcurl; null if it is none, or does not lie under the link's base URL.
    std::shared_ptr<CURLU> parsed(const QByteArray &url);

    std::unique_ptr<CurlHandle> take(CURLSH *share);
    void giveBack(std::unique_ptr<CurlHandle> handle);

    ProxyChoice proxyChoice() const { return m_proxyChoice; }
    const Proxy &namedProxy() const { return m_namedProxy; }

private:
    QByteArray m_reach;
    ProxyChoice m_proxyChoice;
    Proxy m_namedProxy;
    QHash<QByteArray, std::shared_ptr<CURLU>> m_urls;
    std::vector<std::unique_ptr<CurlHandle>> m_handles;
};

//! The caches of all links that are in use.
class HandlePool final
{
public:
    HandlePool();
    ~HandlePool();
    HandlePool(const HandlePool &) = delete;
    HandlePool &operator=(const HandlePool &) = delete;

    //! Stays valid as long as \a link lives.
    LinkCache &of(const std::shared_ptr<const Link> &link)
    {
        return m_caches.of(link, [](const Link &known) { return LinkCache(known); });
    }
    //! What all handles share: TLS sessions.
    CURLSH *share() const { return m_share; }

private:
    CURLSH *m_share;
    PerLink<LinkCache> m_caches;
};

} // namespace gatehouse
