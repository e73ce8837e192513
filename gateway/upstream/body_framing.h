// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gatehouse {

//! How an answer's body is delimited (RFC 9112, 6.3), and whether it comes compressed.
struct BodyFraming
{
    enum Kind { None, Length, Chunked, UntilClose };

    Kind kind = None;
    qint64 length = 0;       //!< of Length, in bytes
    bool compressed = false; //!< gzip or deflate
};

} // namespace gatehouse
