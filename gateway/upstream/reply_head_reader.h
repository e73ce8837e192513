// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/transfer.h"

#include <QByteArrayView>
#include <QString>

namespace gatehouse {

//! Makes a ReplyHead out of an answer's header lines: keeps what may reach a client, skips interim answers
//! (1xx) and, after the head, trailers.
class ReplyHeadReader final
{
public:
    enum Step {
        More,
        Done,   //!< this line ended the head
        Refused //!< the answer cannot be used, problem() says why
    };

    //! Takes one line with its ending, as libcurl hands them over.
    Step line(QByteArrayView line);

    //! The head, once Done.
    ReplyHead take() { return std::move(m_head); }
    QString problem() const { return m_problem; }

    //! All lines together, interim answers included.
    static constexpr qsizetype maxBytes = qsizetype(256) * 1024;

private:
    Step statusLine(QByteArrayView line);
    Step field(QByteArrayView name, QByteArrayView value);
    Step contentLength(QByteArrayView value);
    Step contentEncoding(QByteArrayView value);
    Step refuse(const QString &problem);
    void finish();

    ReplyHead m_head;
    QByteArray m_otherRequestId; //!< from `request-id`
    QByteArray m_retryAfter;
    QByteArray m_retryAfterMs;
    QString m_problem;
    qsizetype m_bytes = 0;
    bool m_chunked = false;
    bool m_encoded = false;
    bool m_done = false;
};

} // namespace gatehouse
