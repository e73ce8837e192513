// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/curl_handle.h"
#include "gateway/upstream/transfer_attempt.h"

#include <memory>
#include <optional>

namespace gatehouse {

//! One attempt on its way through libcurl.
class CurlAttempt final : public TransferAttempt
{
public:
    using TransferAttempt::TransferAttempt;

    //! Puts the request on \a handle; says why if that cannot be done.
    std::optional<TransferEnd> prepare(std::unique_ptr<CurlHandle> handle, std::shared_ptr<CURLU> url,
                                       const Proxy &proxy);
    //! Null before prepare().
    CURL *easy() const { return m_handle ? m_handle->easy() : nullptr; }
    std::unique_ptr<CurlHandle> takeHandle() { return std::move(m_handle); }

    bool hasSentAll() const override;
    //! The end that libcurl came to.
    TransferEnd ended(CURLcode code) const;

private:
    bool madeConnection() const override;
    QString proxyName() const override;

    std::unique_ptr<CurlHandle> m_handle;
};

} // namespace gatehouse
