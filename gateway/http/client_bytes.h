// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QIODevice;

namespace gatehouse {

//! What a client has sent, as far as it has come.
class ClientBytes
{
public:
    virtual ~ClientBytes() = default;

    //! How many bytes can be read; asks the system if it has none at hand. 0: no more for now.
    virtual qint64 available() = 0;
    //! Moves up to \a most bytes to \a to. How many; fewer than are available only where there are fewer.
    virtual qint64 read(char *to, qint64 most) = 0;
    //! Drops what is available. How many bytes.
    virtual qint64 skip() = 0;
};

//! Those that Qt has read.
class DeviceBytes final : public ClientBytes
{
public:
    explicit DeviceBytes(QIODevice &device)
        : m_device(device)
    {
    }

    qint64 available() override;
    qint64 read(char *to, qint64 most) override;
    qint64 skip() override;

private:
    QIODevice &m_device;
};

//! Those that wait in the system for a descriptor, read without a detour through Qt. Of what a fast client
//! sends it takes no more than a part: then others have their turn, and the system tells of the rest again.
//! What it has taken is lost with it: behind a request the rest is to be skipped.
class DescriptorBytes final : public ClientBytes
{
public:
    //! \a room, where they are kept until they are read, may be shared by those that do not live at the same
    //! time.
    DescriptorBytes(qintptr descriptor, QByteArray &room)
        : m_descriptor(descriptor)
        , m_room(room)
    {
    }

    qint64 available() override;
    qint64 read(char *to, qint64 most) override;
    qint64 skip() override;

    //! The client has ended its side, or the connection is broken.
    bool ended() const { return m_ended; }

private:
    static constexpr int mostReads = 4;

    const qintptr m_descriptor;
    QByteArray &m_room;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    int m_readsLeft = mostReads;
    bool m_ended = false;
};

} // namespace gatehouse
