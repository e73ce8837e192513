// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/handle_pool.h"

#include "gateway/upstream/curl_memory.h"

namespace gatehouse {
namespace {

constexpr size_t maxIdleHandles = 128;
constexpr qsizetype maxUrls = 64; // queries and ids in paths make ever new ones

std::shared_ptr<CURLU> parse(const QByteArray &url)
{
    std::shared_ptr<CURLU> parsed(curl_url(), curl_url_cleanup);
    // The path stays as it is written; a user's name in it would be a secret, and sent as one.
    constexpr unsigned flags = CURLU_PATH_AS_IS | CURLU_DISALLOW_USER;
    return curl_url_set(parsed.get(), CURLUPART_URL, url.constData(), flags) == CURLUE_OK ? parsed : nullptr;
}

} // namespace

LinkCache::LinkCache(const Link &link)
    : m_reach(link.reach())
    , m_proxyChoice(gatehouse::proxyChoice(link.proxy, link.baseUrl))
{
    if (m_proxyChoice == ProxyChoice::Named)
        m_namedProxy = gatehouse::namedProxy(link.proxy);
}

std::shared_ptr<CURLU> LinkCache::parsed(const QByteArray &url)
{
    if (const auto it = m_urls.constFind(url); it != m_urls.cend())
        return *it;
    auto fresh = liesUnder(url, m_reach) ? parse(url) : nullptr;
    if (m_urls.size() >= maxUrls)
        m_urls.clear();
    if (fresh)
        m_urls.insert(url, fresh);
    return fresh;
}

std::unique_ptr<CurlHandle> LinkCache::take(CURLSH *share)
{
    if (m_handles.empty())
        return std::make_unique<CurlHandle>(share);
    auto handle = std::move(m_handles.back());
    m_handles.pop_back();
    return handle;
}

void LinkCache::giveBack(std::unique_ptr<CurlHandle> handle)
{
    if (m_handles.size() < maxIdleHandles)
        m_handles.push_back(std::move(handle));
}

HandlePool::HandlePool()
{
    initCurl(); // counted, and before anything else of libcurl
    m_share = curl_share_init();
    curl_share_setopt(m_share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
}

HandlePool::~HandlePool()
{
    m_caches = {};
    curl_share_cleanup(m_share);
    curl_global_cleanup();
}

} // namespace gatehouse
