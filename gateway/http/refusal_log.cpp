// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/refusal_log.h"

#include "gateway/base/logging.h"

#include <utility>

using namespace std::chrono_literals;

namespace gatehouse {

void RefusalLog::add(const Error &error, TimePoint now)
{
    if (m_said && now - m_last < std::chrono::seconds(1)) {
        ++m_left;
        return;
    }
    m_said = true;
    m_last = now;
    const qint64 left = std::exchange(m_left, 0);
    qCInfo(lcHttp).noquote() << "Refused at the door:" << error.status << error.code
                             << error.message + (left > 0
                                                     ? QStringLiteral(" (and %1 more before it)").arg(left)
                                                     : QString());
}

} // namespace gatehouse
