// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/body_buffer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype firstStep = 1024 * 1024; // untouched pages cost nothing
constexpr qsizetype growth = 4; // of a length that is promised: each step may copy, and leave what it had

} // namespace

Error bodyTooLarge(qint64 maxBodyBytes)
{
    return {413, "invalid_request_error", "request_too_large",
            u"The request's body is larger than the %1 bytes that are allowed."_s.arg(maxBodyBytes)};
}

void reserveBody(QByteArray &body, qsizetype more, qint64 promised)
{
    const qsizetype needed = body.size() + more;
    if (body.capacity() >= needed + Incoming::bodyPadding)
        return;
    qsizetype target = std::max(needed, 2 * body.size());
    if (promised >= 0)
        target = std::max(needed, std::min<qsizetype>(std::max(growth * body.size(), firstStep), promised));
    body.reserve(target + Incoming::bodyPadding);
}

} // namespace gatehouse
