// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace gatehouse::bench {

//! A listening socket on 127.0.0.1, non-blocking; -1 if the port is taken. 0: any free port.
int listenOn(std::uint16_t port);
//! Where a socket listens.
std::uint16_t portOf(int socket);
//! A connection to 127.0.0.1, non-blocking and without Nagle's delay; -1 if it is refused.
int connectTo(std::uint16_t port);
//! Makes an accepted socket as connectTo() does.
void setUp(int socket);

//! Lets this process have as many open sockets as the system allows it at all: the usual 1,024 are too few.
void raiseDescriptorLimit();

//! Sends as much of \a bytes from \a sent on as the socket takes. False when the connection has ended.
bool sendSome(int socket, const std::string &bytes, std::size_t &sent);

//! Nanoseconds of the monotonic clock, the same for all processes.
std::int64_t nowNs();

} // namespace gatehouse::bench
