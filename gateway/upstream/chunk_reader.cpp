// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/chunk_reader.h"

#include "gateway/base/hex_digit.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr int maxDigits = 15;
constexpr qsizetype maxAside = qsizetype(64) * 1024; // in a row

} // namespace

ChunkReader::Step ChunkReader::next(QByteArrayView &input, QByteArrayView &data)
{
    while (m_at != At::Over && m_at != At::Broken) {
        if (input.isEmpty())
            return More;
        if (m_at == At::Data) {
            data = input.first(std::min<qint64>(m_left, input.size()));
            input = input.sliced(data.size());
            m_left -= data.size();
            if (m_left == 0)
                m_at = At::DataEnd;
            return Data;
        }
        const char c = input.front();
        input = input.sliced(1);
        if (!take(c))
            m_at = At::Broken;
    }
    return m_at == At::Over ? End : Wrong;
}

bool ChunkReader::take(char c)
{
    switch (m_at) {
    case At::Size:
        return size(c);
    case At::Extension:
        if (c == '\n') {
            m_at = m_left > 0 ? At::Data : At::TrailerStart;
            m_digits = 0;
        }
        return ++m_aside <= maxAside;
    case At::DataEnd:
        return dataEnd(c);
    case At::TrailerStart:
    case At::Trailer:
        if (c == '\n')
            m_at = m_at == At::TrailerStart ? At::Over : At::TrailerStart;
        else if (c != '\r')
            m_at = At::Trailer;
        return ++m_aside <= maxAside;
    case At::Data:
    case At::Over:
    case At::Broken:
        break;
    }
    return false;
}

bool ChunkReader::size(char c)
{
    if (const int digit = hexValue(c); digit >= 0) {
        if (++m_digits > maxDigits)
            return false;
        m_left = m_left * 16 + digit;
        return true;
    }
    if (m_digits == 0)
        return false;
    m_at = At::Extension;
    return take(c);
}

bool ChunkReader::dataEnd(char c)
{
    if (c == '\r' && !m_sawCr) {
        m_sawCr = true;
        return true;
    }
    m_sawCr = false;
    m_aside = 0;
    m_at = At::Size;
    return c == '\n';
}

} // namespace gatehouse
