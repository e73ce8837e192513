// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/sse.h"

#include <algorithm>
#include <cstring>

namespace gatehouse {

//! The position behind the next blank line, or −1 when there is none yet.
qsizetype SseSplitter::nextEnd(QByteArrayView bytes)
{
    const char *data = bytes.data();
    const qsizetype size = bytes.size();
    while (m_scanned < size) {
        const void *lf = std::memchr(data + m_scanned, '\n', size_t(size - m_scanned));
        const qsizetype lfAt = lf ? static_cast<const char *>(lf) - data : size;
        const void *cr = std::memchr(data + m_scanned, '\r', size_t(lfAt - m_scanned));
        qsizetype lineEnd = lfAt;
        qsizetype next = lfAt + 1;
        if (cr) {
            lineEnd = static_cast<const char *>(cr) - data;
            // A CR at the very end may be half of a CRLF. Where CRLF has been seen, it is; else the line that
            // it ends is judged at once only if it is blank, for then nothing may be held back any longer.
            if (lineEnd + 1 == size && (lineEnd != m_lineStart || m_usesCrLf)) {
                m_scanned = lineEnd;
                return -1;
            }
            const bool crLf = lineEnd + 1 == lfAt && lfAt < size;
            m_usesCrLf = m_usesCrLf || crLf;
            next = crLf ? lfAt + 1 : lineEnd + 1;
        } else if (!lf) {
            m_scanned = size;
            return -1;
        }
        const bool blank = lineEnd == m_lineStart;
        m_lineStart = m_scanned = next;
        // A stream that begins with a line end has no event there, but its bytes must go on too.
        if (blank)
            return next;
    }
    return -1;
}

void SseSplitter::keep(QByteArrayView bytes, qsizetype begin)
{
    if (begin == bytes.size()) {
        m_held.truncate(0);
    } else if (!m_held.isEmpty()) {
        m_held.remove(0, begin);
    } else {
        m_held.append(bytes.data() + begin, bytes.size() - begin);
    }
    m_lineStart -= begin;
    m_scanned -= begin;
}

QByteArrayView SseSplitter::data(QByteArrayView event)
{
    const auto find = [](QByteArrayView text, char c) {
        const void *found = text.isEmpty() ? nullptr : std::memchr(text.data(), c, size_t(text.size()));
        return found ? static_cast<const char *>(found) - text.data() : text.size();
    };
    while (!event.isEmpty()) {
        QByteArrayView line = event.first(find(event, '\n'));
        line = line.first(find(line, '\r'));
        if (line.startsWith("data:")) {
            line = line.sliced(5);
            return line.startsWith(' ') ? line.sliced(1) : line;
        }
        event = event.sliced(std::min(line.size() + 1, event.size()));
    }
    return {};
}

} // namespace gatehouse
