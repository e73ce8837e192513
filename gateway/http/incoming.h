// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

namespace gatehouse {

//! One header field of a request; both views point into Incoming::head.
struct HeaderField
{
    QByteArrayView name;
    QByteArrayView value;
};

//! A whole, well-formed request. The views point into `head`, whose bytes are never changed: an
//! Incoming may be moved and copied.
struct Incoming
{
    QByteArray head; //!< request line and fields, as they came
    QByteArrayView method;
    QByteArrayView target; //!< raw, begins with `/`
    QByteArray path;       //!< percent-decoded, without the query
    QByteArrayView query;  //!< raw, without the `?`
    QVarLengthArray<HeaderField, 24> headers;
    QByteArray body;        //!< decoded; if not empty, with `bodyPadding` spare bytes of capacity
    TimePoint arrived = {}; //!< when its last byte was read
    quint16 peerPort = 0;
    bool first = true; //!< on its connection

    //! Spare bytes that simdjson may read behind the body.
    static constexpr qsizetype bodyPadding = 64;

    //! The first field of that name (any case), or a null view.
    QByteArrayView header(QByteArrayView name) const;
};

} // namespace gatehouse
