// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <chrono>

namespace gatehouse {

//! What a FakeProvider does with one request: bytes and acts, played in order. After the last one the
//! connection waits for the next request, unless it was closed.
class FakeAnswer final
{
public:
    struct Step
    {
        enum Act {
            Send,  //!< `bytes`; `number` > 0: that many in one write, then a turn of the event loop
            Flood, //!< `number` bytes of events in chunks of 64 KiB, only as fast as they are taken
            Wait,  //!< until the gate named `bytes` is open
            Pause, //!< `number` milliseconds
            Close,
            Reset, //!< so that the peer sees a connection reset
        };
        Act act = Send;
        QByteArray bytes = {};
        qint64 number = 0;
    };

    //! A whole answer with its length. \a headers: further lines without line ends.
    static FakeAnswer whole(int status, const QByteArray &contentType, const QByteArray &body,
                            const QByteArrayList &headers = {});
    static FakeAnswer json(const QByteArray &body, int status = 200, const QByteArrayList &headers = {});
    //! A chunked `text/event-stream`: a chunk and a write for each of \a events.
    static FakeAnswer stream(const QByteArrayList &events, const QByteArrayList &headers = {});
    //! The head of such a stream only.
    static FakeAnswer streamHead(const QByteArrayList &headers = {});
    static FakeAnswer raw(const QByteArray &bytes);

    FakeAnswer &send(const QByteArray &bytes);
    //! \a bytes in writes of \a size bytes each.
    FakeAnswer &sendInPieces(const QByteArray &bytes, qsizetype size);
    FakeAnswer &chunk(const QByteArray &bytes);
    FakeAnswer &lastChunk();
    FakeAnswer &flood(qint64 bytes);
    FakeAnswer &wait(const QByteArray &gate = "go");
    FakeAnswer &pause(std::chrono::milliseconds time);
    FakeAnswer &close();
    FakeAnswer &reset();

    //! The same bytes up to \a length (head included), then closed; acts other than sending are left out.
    FakeAnswer cutAt(qsizetype length) const;
    //! All that it sends, in one piece.
    QByteArray bytes() const;

    const QList<Step> &steps() const { return m_steps; }

private:
    QList<Step> m_steps;
};

//! \a bytes as one chunk of a chunked body.
QByteArray chunkOf(const QByteArray &bytes);

} // namespace gatehouse
