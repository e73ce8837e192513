// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"
#include "gateway/upstream/transfer_attempt.h"
#include "gateway/upstream/transfer_loop.h"

namespace gatehouse {

//! The receiver's end of an attempt.
class LoopTransfer final : public Transfer
{
public:
    LoopTransfer() = default;
    ~LoopTransfer() override
    {
        if (attempt)
            attempt->loop().drop(*attempt);
    }
    LoopTransfer(const LoopTransfer &) = delete;
    LoopTransfer &operator=(const LoopTransfer &) = delete;

    void resume() override
    {
        if (attempt)
            attempt->loop().resume(*attempt);
    }

    TransferAttempt *attempt = nullptr; //!< null when it has ended
};

} // namespace gatehouse
