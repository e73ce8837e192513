// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/curl_attempt.h"
#include "gateway/upstream/curl_loop.h"
#include "gateway/upstream/transfer.h"

namespace gatehouse {

//! The receiver's end of an attempt.
class CurlTransfer final : public Transfer
{
public:
    CurlTransfer() = default;
    ~CurlTransfer() override
    {
        if (attempt)
            attempt->loop().drop(*attempt);
    }
    CurlTransfer(const CurlTransfer &) = delete;
    CurlTransfer &operator=(const CurlTransfer &) = delete;

    void resume() override
    {
        if (attempt)
            attempt->loop().resume(*attempt);
    }

    CurlAttempt *attempt = nullptr; //!< null when it has ended
};

} // namespace gatehouse
