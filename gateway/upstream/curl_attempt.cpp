// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/curl_attempt.h"

#include "gateway/upstream/curl_failure.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

std::optional<TransferEnd> CurlAttempt::prepare(std::unique_ptr<CurlHandle> handle,
                                                std::shared_ptr<CURLU> url, const Proxy &proxy)
{
    if (!url)
        return endWith(TransferEnd::Unreachable, u"its address is not a valid URL"_s);
    if (!handle->prepare(outgoing(), std::move(url), proxy, *this))
        return brokenLine();
    m_handle = std::move(handle);
    return std::nullopt;
}

bool CurlAttempt::hasSentAll() const
{
    return m_handle && bytesSent(m_handle->easy()) >= outgoing().bodySize();
}

bool CurlAttempt::madeConnection() const
{
    return m_handle && gatehouse::madeConnection(m_handle->easy());
}

QString CurlAttempt::proxyName() const
{
    return m_handle ? m_handle->proxy().name : QString();
}

TransferEnd CurlAttempt::ended(CURLcode code) const
{
    if (!failure().isEmpty())
        return endWith(TransferEnd::Broken, failure());
    if (code == CURLE_OK)
        return hasAnswered() ? endWith(TransferEnd::Complete, {}) : closedTooSoon();
    const bool sent = sends() > 0;
    const Proxy proxy = sent ? Proxy() : m_handle->proxy();
    TransferEnd end = endWith(kindOf(code, sent), reasonOf(code, m_handle->errorText(), proxy));
    if (end.kind == TransferEnd::Unreachable)
        end.cause = causeOf(code, proxy);
    return end;
}

} // namespace gatehouse
