// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace gatehouse {

//! How long a client may take (contract, section 4); none of it is measured finer than a tenth.
struct Patience
{
    std::chrono::milliseconds head = std::chrono::seconds(10);  //!< until a request's head is complete
    std::chrono::milliseconds body = std::chrono::seconds(15);  //!< silence within a body
    std::chrono::milliseconds idle = std::chrono::seconds(75);  //!< between two requests
    std::chrono::milliseconds send = std::chrono::seconds(30);  //!< without taking a byte of its answer
    std::chrono::milliseconds linger = std::chrono::seconds(5); //!< until it closes what we have ended
};

} // namespace gatehouse
