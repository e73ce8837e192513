// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/client_bytes.h"

#include "gateway/http/descriptors.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace gatehouse {
namespace {

constexpr qsizetype roomSize = 64 * 1024;

} // namespace

qint64 DeviceBytes::available()
{
    return m_device.bytesAvailable();
}

qint64 DeviceBytes::read(char *to, qint64 most)
{
    return std::max<qint64>(0, m_device.read(to, most));
}

qint64 DeviceBytes::skip()
{
    return std::max<qint64>(0, m_device.skip(m_device.bytesAvailable()));
}

qint64 DescriptorBytes::available()
{
    if (m_begin == m_end && m_readsLeft > 0) {
        m_room.resize(roomSize);
        const qsizetype got = receiveNow(m_descriptor, m_room.data(), roomSize);
        m_ended = got < 0;
        m_begin = 0;
        m_end = std::max<qsizetype>(0, got);
        m_readsLeft = m_end < roomSize ? 0 : m_readsLeft - 1; // what fills less was all
    }
    return m_end - m_begin;
}

qint64 DescriptorBytes::read(char *to, qint64 most)
{
    const qint64 size = std::min(most, available());
    std::memcpy(to, m_room.constData() + m_begin, size_t(size));
    m_begin += size;
    return size;
}

qint64 DescriptorBytes::skip()
{
    qint64 skipped = 0;
    while (const qint64 size = available()) {
        skipped += size;
        m_begin = m_end;
    }
    return skipped;
}

} // namespace gatehouse
