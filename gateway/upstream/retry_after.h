// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace gatehouse {

//! Longer waits than this are taken for this: a provider must not be able to lock itself out for good.
constexpr std::chrono::hours maxRetryAfter{24};

//! The wait that a `retry-after` asks for: seconds, also with a fraction, or an HTTP date (RFC 9110, 10.2.3)
//! seen at \a now. Nothing where the value is neither, or negative; zero for a date that has passed.
std::optional<std::chrono::milliseconds> retryAfter(QByteArrayView value,
                                                    std::chrono::system_clock::time_point now);

//! The wait that a `retry-after-ms` asks for.
std::optional<std::chrono::milliseconds> retryAfterMs(QByteArrayView value);

} // namespace gatehouse
