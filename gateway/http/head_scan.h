// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

#include <QByteArrayView>

namespace gatehouse {

//! Finds where a request's head ends, and keeps its limits while it is still growing.
class HeadScan final
{
public:
    static constexpr qsizetype maxRequestLine = 8 * 1024; //!< without its CRLF
    static constexpr qsizetype maxFieldBytes = 64 * 1024; //!< all fields together
    static constexpr int maxFields = 100;

    //! Looks at what \a head has gained since the last call. The offset behind its empty line, or 0 if
    //! more is to come. Errors: 400 for lines that do not end in CRLF or are folded, 414, 431.
    Result<qsizetype> find(QByteArrayView head);

private:
    qsizetype m_scanned = 0;
    qsizetype m_line = 0;   //!< where the line begins that is being scanned
    qsizetype m_fields = 0; //!< where the fields begin; 0: in the request line still
    int m_count = 0;        //!< fields so far
};

} // namespace gatehouse
