// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/touched.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>

namespace gatehouse {

class Connection;

//! The right to answer one request, once. Move-only; writes go nowhere once the client has left.
//! It adds what HTTP itself needs (framing, `Connection`, `Date`, `X-Content-Type-Options`, the CORS
//! answer of an allowed origin), and leaves out the body for HEAD. Used only in the gateway thread.
class Reply final
{
public:
    Reply();
    explicit Reply(Connection &connection);
    //! For an answer that goes to nobody but its copy.
    static Reply detached();
    Reply(Reply &&) noexcept;
    Reply &operator=(Reply &&) noexcept;
    ~Reply(); //!< an answer not begun is ended with 500, one not finished is cut

    //! A whole answer in one write. \a headers: further lines, each `Name: value\r\n`.
    void send(int status, QByteArrayView headers, QByteArrayView body);

    //! Begins an answer whose body follows through write(). \a contentLength −1: chunked, or for
    //! HTTP/1.0 ended by closing. With a length, the answer is finished when that much has been written; what
    //! is written beyond it is dropped, and with less the connection ends.
    void begin(int status, QByteArrayView headers, qint64 contentLength = -1);
    void write(QByteArrayView body);
    //! What is written between these leaves together, as far as 16 KiB hold it.
    void cork();
    void uncork();
    //! Ends the body as whole.
    void finish();
    //! Ends the connection without ending the body, so that the client sees that it broke.
    void abort();

    //! Adds what write() touches.
    void addTouched(Touched &touched) const;

    bool begun() const;
    //! Its client asked with HEAD: no body will go out, whatever is written.
    bool isToHead() const;
    //! Bytes written that the client has not taken yet.
    qint64 pending() const;
    //! Body bytes handed to write() or send().
    qint64 bytesOut() const;

    //! From now on keeps what is written of the body, up to \a most bytes.
    void keepCopy(qsizetype most);
    //! What was kept: all of it, if it has bytesOut() bytes.
    QByteArray takeCopy();

    //! \a left is called once if the client goes away before finish(); \a drained whenever pending()
    //! has sunk below lowWater after it had been above. Both may destroy the Reply, and are never called
    //! from within one of its own functions.
    void onLeft(std::function<void()> left);
    void onDrained(std::function<void()> drained);

    static constexpr qint64 highWater = 128 * 1024; //!< pause the source at this many pending bytes
    static constexpr qint64 lowWater = 32 * 1024;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse
