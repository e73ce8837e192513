// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/retry_after.h"

#include <QByteArray>

#include <curl/curl.h>

#include <algorithm>

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace gatehouse {
namespace {

// Digits with at most one point: QByteArray::toDouble() would also take "1e9", "inf" and "-1".
std::optional<double> plainNumber(QByteArrayView text)
{
    const bool plain =
        std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (!plain || text.isEmpty())
        return std::nullopt;
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

milliseconds clamped(double count)
{
    return milliseconds(qint64(std::clamp(count, 0.0, double(milliseconds(maxRetryAfter).count()))));
}

} // namespace

std::optional<milliseconds> retryAfter(QByteArrayView value, std::chrono::system_clock::time_point now)
{
    value = value.trimmed();
    if (const auto number = plainNumber(value))
        return clamped(*number * 1000);
    if (value.size() > 64 || !value.contains(':'))
        return std::nullopt; // curl_getdate() also reads what is no HTTP date, such as "12" or "monday"
    const time_t when = curl_getdate(value.toByteArray().constData(), nullptr);
    if (when < 0)
        return std::nullopt;
    // Some dates are beyond what a clock can count.
    const auto since1970 = duration_cast<milliseconds>(now.time_since_epoch());
    const auto latest = std::chrono::ceil<seconds>(since1970 + maxRetryAfter);
    const milliseconds wait = std::min(seconds(when), latest) - since1970;
    return clamped(double(wait.count()));
}

std::optional<milliseconds> retryAfterMs(QByteArrayView value)
{
    const auto count = plainNumber(value.trimmed());
    return count ? std::optional(clamped(*count)) : std::nullopt;
}

} // namespace gatehouse
