// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/upstream/body_framing.h"
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

    //! Takes one line with its ending.
    Step line(QByteArrayView line);

    //! The head, once Done.
    ReplyHead take() { return std::move(m_head); }
    QString problem() const { return m_problem; }

    //! How the body is delimited, once Done. \a toHead: the request was HEAD, whose answer has none.
    BodyFraming framing(bool toHead) const;
    //! Whether the connection can take another request when the answer is over, once Done.
    bool keepsConnection() const;

    //! All lines together, interim answers included.
    static constexpr qsizetype maxBytes = qsizetype(256) * 1024;

private:
    Step statusLine(QByteArrayView line);
    Step field(QByteArrayView name, QByteArrayView value);
    Step contentLength(QByteArrayView value);
    Step contentEncoding(QByteArrayView value);
    Step transferEncoding(QByteArrayView value);
    void connection(QByteArrayView option);
    Step refuse(const QString &problem);
    void finish();

    ReplyHead m_head;
    QByteArray m_otherRequestId; //!< from `request-id`
    QByteArray m_retryAfter;
    QByteArray m_retryAfterMs;
    QString m_problem;
    qsizetype m_bytes = 0;
    qint64 m_length = -1; //!< as it was told
    int m_status = 0;
    bool m_chunked = false;
    bool m_encoded = false;
    bool m_old = false; //!< HTTP/1.0
    bool m_keeps = false;
    bool m_closes = false;
    bool m_done = false;
};

} // namespace gatehouse
