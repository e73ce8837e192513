// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/http/incoming.h"

#include <memory>
#include <optional>

namespace gatehouse {

//! What a request's head says about its framing, and what the door looks at.
struct Framing
{
    bool http10 = false;
    bool keepAlive = true;
    bool isHead = false; //!< the answer has no body
    bool chunked = false;
    bool expectsContinue = false; //!< the body comes only after `100 Continue`
    qint64 contentLength = 0;
    QByteArrayView host; //!< the views point into Incoming::head
    QByteArrayView origin = {};
    QByteArrayView fetchSite = {}; //!< `Sec-Fetch-Site`
};

//! Parses one request after another with Boost.Beast, to stricter rules than Beast's own.
class RequestParser final
{
public:
    RequestParser();
    ~RequestParser();

    //! Begins a new request with its whole head, which must outlive \a in: fills the views of \a in.
    //! Errors: 400 malformed_request, 505 http_version; method and target are set as far as they were read.
    Result<Framing> head(QByteArrayView head, Incoming &in);

    //! Decodes \a raw, bytes of a chunked body, to the end of \a body. How many of them are used up;
    //! the rest comes again, with more behind it. Errors: 400, 413.
    Result<qsizetype> chunks(QByteArrayView raw, QByteArray &body, qint64 maxBodyBytes);
    //! The last chunk and the trailer have been read.
    bool chunksEnded() const;

    //! Unused bytes that may wait for the rest of a chunk's size line or of the trailer.
    static constexpr qsizetype maxUnused = 16 * 1024;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
