// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"

#include <chrono>
#include <memory>

namespace gatehouse {

//! The provider `demo` (contract, section 6): answers with the last user message, without key or network.
class DemoProvider final
{
public:
    std::unique_ptr<Transfer> start(const Outgoing &outgoing, TransferReceiver &receiver);
    //! Transfers that have not ended.
    int active() const { return int(m_active.use_count()) - 1; }

    static constexpr std::chrono::milliseconds pace{20}; //!< between two words, so that one sees it stream

private:
    std::shared_ptr<const char> m_active = std::make_shared<const char>('\0'); //!< each transfer holds it
};

} // namespace gatehouse
