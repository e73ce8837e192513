// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/body_reader.h"

#include <algorithm>
#include <cstring>

namespace gatehouse {

BodyReader::BodyReader(std::span<const QByteArrayView> views)
    : m_views(views)
{
}

qsizetype BodyReader::read(char *to, qsizetype max)
{
    qsizetype copied = 0;
    while (m_view < m_views.size() && copied < max) {
        const QByteArrayView rest = m_views[m_view].sliced(m_offset);
        const qsizetype size = std::min(rest.size(), max - copied);
        if (size > 0)
            std::memcpy(to + copied, rest.data(), size_t(size));
        copied += size;
        m_offset += size;
        if (size == rest.size()) {
            ++m_view;
            m_offset = 0;
        }
    }
    return copied;
}

bool BodyReader::seek(qint64 position)
{
    if (position < 0)
        return false;
    m_offset = 0;
    for (m_view = 0; m_view < m_views.size(); ++m_view) {
        if (position < m_views[m_view].size()) {
            m_offset = qsizetype(position);
            return true;
        }
        position -= m_views[m_view].size();
    }
    return position == 0;
}

} // namespace gatehouse
