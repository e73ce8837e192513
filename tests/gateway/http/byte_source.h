// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <cstring>

namespace gatehouse {

//! A sequential device that holds what a test has put in.
class ByteSource final : public QIODevice
{
public:
    ByteSource() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

    void put(const QByteArray &bytes) { m_bytes.append(bytes); }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_bytes.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = qMin<qint64>(most, m_bytes.size());
        std::memcpy(data, m_bytes.constData(), size_t(size));
        m_bytes.remove(0, size);
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

} // namespace gatehouse
