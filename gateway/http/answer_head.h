// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! What the head of an answer is made of.
struct AnswerHead
{
    int status = 200;
    QByteArrayView lines;  //!< the caller's own, each `Name: value\r\n`
    QByteArrayView origin; //!< of a web page that may read the answer; empty: no CORS lines
    qint64 contentLength = -1;
    bool chunked = false;
    bool close = false;       //!< the connection ends behind this answer
    bool keepAlive10 = false; //!< tell an HTTP/1.0 client that it does not
};

//! Whether an answer of that status never has a body (RFC 9110, 6.4.1).
constexpr bool isBodiless(int status)
{
    return status < 200 || status == 204 || status == 304;
}

//! Writes heads of answers, with the lines that all of them have: `Date`, made once a second, and
//! `X-Content-Type-Options`.
class AnswerHeadWriter final
{
public:
    //! Appends status line and fields, with the empty line, to \a out.
    void append(QByteArray &out, const AnswerHead &head);

private:
    const QByteArray &commonLines();

    QByteArray m_common;
    qint64 m_second = -1;
};

} // namespace gatehouse
