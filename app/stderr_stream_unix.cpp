// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stderr_stream.h"

#include <limits.h>
#include <poll.h>
#include <unistd.h>

namespace gatehouse {

bool StderrStream::write(const QByteArray &lines)
{
    // O_NONBLOCK would be shared with every other process that has this terminal or pipe. A pipe that
    // poll() calls writable takes PIPE_BUF bytes without waiting.
    static_assert(longest <= PIPE_BUF);
    if (lines.size() > longest)
        return false;
    constexpr int patienceMs = 50;
    pollfd stream = {STDERR_FILENO, POLLOUT, 0};
    m_stalled = ::poll(&stream, 1, m_stalled ? 0 : patienceMs) == 0;
    if (m_stalled || (stream.revents & POLLOUT) == 0)
        return false;
    return ::write(STDERR_FILENO, lines.constData(), size_t(lines.size())) == lines.size();
}

} // namespace gatehouse
