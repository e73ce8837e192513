// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/silence.h"

namespace gatehouse {

Silence::Silence(std::chrono::milliseconds time, std::function<void()> fallen)
    : m_time(time)
    , m_fallen(std::move(fallen))
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(m_time);
}

void Silence::look()
{
    using std::chrono::milliseconds;
    const auto left = std::chrono::ceil<milliseconds>(m_heard + m_time - Clock::now());
    if (left > milliseconds(0)) {
        m_timer.start(left);
        return;
    }
    m_fallen();
    heard();
    m_timer.start(m_time);
}

} // namespace gatehouse
