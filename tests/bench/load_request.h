// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace gatehouse::bench {

//! The bytes of the request that a mode of bench_load sends again and again:
//! small (a short question), large (1 MiB that come back as they are), body (10 MiB, answered in short),
//! stream, translated (a stream whose provider speaks another dialect). Empty for another word.
std::string requestOf(const std::string &mode);

} // namespace gatehouse::bench
