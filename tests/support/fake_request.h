// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace gatehouse {

//! A request as a FakeProvider received it.
struct FakeRequest
{
    QByteArray method;
    QByteArray target; //!< as on the request line, with the query
    QByteArray version;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< in the order they came, names as written
    QByteArray body;                                  //!< without chunk framing
    int connection = 0;                               //!< counted from 1, in the order they were opened

    //! The first field of that name (any case); null if there is none.
    QByteArray header(const QByteArray &name) const;
    bool has(const QByteArray &name) const { return !header(name).isNull(); }
};

//! Reads one request from the front of \a bytes and takes it out; false while it is not complete. What is
//! no HTTP at all is taken as an empty request with the method `?`.
bool takeRequest(QByteArray &bytes, FakeRequest &request);

} // namespace gatehouse
