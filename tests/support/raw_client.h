// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <chrono>

namespace gatehouse {

//! An answer as it came over the wire.
struct RawAnswer
{
    int status = 0;     //!< 0: no answer came
    QByteArray head;    //!< status line and fields
    QByteArray body;    //!< without chunk framing
    bool whole = false; //!< the body ended as its framing promised

    //! The first field of that name (any case); null if there is none.
    QByteArray header(const QByteArray &name) const;
    //! The names of all fields, in lower case and in order.
    QByteArrayList names() const;
};

//! A client that sends exactly the bytes it is given, over a blocking socket with time limits.
class RawClient final
{
public:
    using Time = std::chrono::milliseconds;

    //! Connects to 127.0.0.1. \a receiveBuffer > 0: at most about so many bytes wait unread in the system.
    explicit RawClient(quint16 port, int receiveBuffer = 0);
    RawClient(RawClient &&other) noexcept;
    RawClient &operator=(RawClient &&other) noexcept;
    ~RawClient();

    //! False if the peer has closed, or takes no more bytes within the time.
    bool send(const QByteArray &bytes, Time limit = std::chrono::seconds(5));
    //! The next answer; what came of it when the time is over or the connection ended. \a bodiless: after
    //! HEAD.
    RawAnswer readAnswer(Time limit = std::chrono::seconds(10), bool bodiless = false);
    //! Reads until \a marker has come since the last read, and returns everything up to and with it.
    QByteArray readUntil(const QByteArray &marker, Time limit = std::chrono::seconds(5));
    //! Whether the peer closes within the time; bytes that come before are dropped.
    bool waitForClose(Time limit = std::chrono::seconds(5));

    //! In how many TCP segments with data what came has come; -1 where the system does not tell.
    int segments() const;

    void finishSending(); //!< half-closes
    void reset();         //!< closes so that the peer sees a reset
    void close();

private:
    //! Appends what comes next to m_in; false at the end, or when \a until is past.
    bool receive(std::chrono::steady_clock::time_point until);

    int m_socket = -1;
    QByteArray m_in;
    bool m_ended = false;
};

//! A request with `Host` and, if there is a body or it is a POST, `Content-Length`. \a headers: lines without
//! line ends.
QByteArray httpRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                       const QByteArrayList &headers = {});
//! A POST of JSON.
QByteArray jsonRequest(const QByteArray &target, const QByteArray &body, const QByteArrayList &headers = {});
//! Sends \a request over a connection of its own and reads the answer.
RawAnswer exchange(quint16 port, const QByteArray &request);

} // namespace gatehouse
