// SPDX-License-Identifier: GPL-3.0-or-later
// How long a provider asks to be left alone, in seconds, milliseconds or as a date: never longer than a day,
// never into the past, and a date comes nearer as time goes on.
#include "gateway/upstream/retry_after.h"
#include "fuzz_input.h"
#include "promise.h"

using namespace gatehouse;
using namespace std::chrono_literals;

namespace {

using Wait = std::optional<std::chrono::milliseconds>;
using Time = std::chrono::system_clock::time_point;

void requireWait(const Wait &wait)
{
    require(!wait || (*wait >= 0ms && *wait <= maxRetryAfter), "A wait is from nothing to a day.");
}

bool isNumber(QByteArrayView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    constexpr std::chrono::seconds spring2026{1'775'000'000};
    FuzzInput input(bytes, size);
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    const Time now(spring2026);
    const Wait wait = retryAfter(text, now);
    const Wait inMilliseconds = retryAfterMs(text);
    requireWait(wait);
    requireWait(inMilliseconds);
    require(!inMilliseconds || wait, "Milliseconds are a number, and so are seconds.");
    require(retryAfter(QByteArray(" \t" + text.toByteArray() + ' '), now) == wait, "Blanks say nothing.");

    const QByteArrayView value = text.trimmed();
    require(!wait || !value.startsWith('-') || value.contains(':'), "No number is negative.");
    if (isNumber(value) && value.size() < 10) {
        const auto seconds = std::chrono::seconds(value.toByteArray().toLongLong());
        require(wait == std::min<std::chrono::milliseconds>(seconds, maxRetryAfter), "Seconds are seconds.");
        require(retryAfterMs(QByteArray(value.toByteArray() + "000")) == wait, "A second has 1000 of them.");
    }
    const Wait later = retryAfter(text, now + 1s);
    require(wait.has_value() == later.has_value(), "What can be read can be read later.");
    if (wait && !inMilliseconds)
        require(*later <= *wait && *wait - *later <= 1s, "A date comes nearer as time goes on.");
    else
        require(later == wait, "A number is the same at any time.");
    return 0;
}
