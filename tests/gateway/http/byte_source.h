// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/http/client_bytes.h"

#include <algorithm>
#include <cstring>

namespace gatehouse {

//! A client that has sent what a test has put in.
class ByteSource final : public ClientBytes
{
public:
    void put(const QByteArray &bytes) { m_bytes.append(bytes); }

    qint64 available() override { return m_bytes.size(); }
    qint64 read(char *to, qint64 most) override
    {
        const qint64 size = std::min<qint64>(most, m_bytes.size());
        std::memcpy(to, m_bytes.constData(), size_t(size));
        m_bytes.remove(0, size);
        return size;
    }
    qint64 skip() override
    {
        const qint64 size = m_bytes.size();
        m_bytes.clear();
        return size;
    }

private:
    QByteArray m_bytes;
};

} // namespace gatehouse
