// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/descriptor_watcher.h"
#include "gateway/http/answer_head.h"
#include "gateway/http/direct_reading.h"
#include "gateway/http/guard.h"
#include "gateway/http/outbox.h"
#include "gateway/http/patience.h"
#include "gateway/http/refusal_log.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

class QTcpSocket;

namespace gatehouse {

class Connection;
enum class Dialect;

//! What all connections of one server have in common.
struct ConnectionContext
{
    GuardRules rules;
    Patience patience;
    AnswerHeadWriter heads;
    RefusalLog refusals;
    Outbox outbox;
    QByteArray room;              //!< for what is read directly
    Connection *corked = nullptr; //!< the outbox' last piece is its, and may grow
    QSet<Connection *> connections;
    qsizetype ending = 0;                    //!< of those: the client is only to close, too
    Connection *whole = nullptr;             //!< has a request; Qt HttpServer asks for it next
    std::function<void(Connection &)> serve; //!< takes its request, and answers it
    bool servesDirectly = false;             //!< Qt HttpServer need not see every request
    bool stopping = false;                   //!< no further request on any connection
};

//! The answer under way on a connection, as its Reply keeps it.
struct Answer
{
    Connection *connection = nullptr; //!< null: the client has left, or has it all
    qint64 lowWater = 0;
    std::function<void()> left;
    std::function<void()> drained; //!< pending() has sunk below lowWater
};

//! One client's connection: takes its bytes before Qt HttpServer sees them, one request at a time, keeps
//! the time limits and writes answers. A child of its socket.
class Connection final : public QObject, private DescriptorWatcher
{
    Q_OBJECT

public:
    //! To be created before Qt HttpServer connects to \a socket.
    Connection(QTcpSocket &socket, ConnectionContext &context);
    ~Connection() override;

    //! The request that is whole. An Answer has to follow.
    Incoming take();
    //! \a token keeps Qt HttpServer from starting its next request; kept until the answer has ended.
    void holdOpen(std::shared_ptr<void> token);

    //! Enforces the time limits; called now and then.
    void check(TimePoint now);
    //! Answers with \a error, in the dialect of the path as far as it is known, and closes.
    void refuse(const Error &error);
    //! A request or an answer is under way, or has not gone out yet.
    bool busy() const;
    //! Ends it if no request is under way.
    void closeIfIdle();
    //! Refuses a request that is still on its way here.
    void turnAway(const Error &error);
    //! Ends it at once.
    void drop();

    // For Reply.
    void begin(Answer &answer);
    bool answering() const { return m_answer != nullptr; }
    bool isHead() const { return m_isHead; }
    bool isHttp10() const { return m_isHttp10; }
    //! The connection is to be closed behind this answer.
    void closeAfterwards() { m_keepAlive = false; }
    //! From cork() to uncork() what is sent may be gathered, up to 16 KiB.
    void cork() { m_corked = true; }
    void uncork();
    //! Puts the head of an answer into the outbox.
    QByteArray &head(int status, QByteArrayView lines, qint64 contentLength, bool chunked = false);
    //! To be filled further, then sent.
    QByteArray &out();
    //! Sends what was put into out(), then \a more.
    void send(QByteArrayView more = {});
    //! For the outbox: sends \a piece, which has waited there.
    void sendWaited(QByteArrayView piece);
    //! Bytes that the client has not taken yet.
    qint64 pending() const;
    //! The answer is over; if it is not \a whole, or the last one, so is the connection.
    void ended(bool whole);

private:
    enum class Phase { Reading, Answering, Closing, Gone };

    void onReadyRead();
    void onReadable() override;
    void onWritable() override {}
    void receive(ClientBytes &bytes);
    void onBytesWritten();
    void onDisconnected();
    void onPeerClosed();
    QByteArray ownLines(Dialect dialect) const;
    void readRequest(ClientBytes &bytes);
    void requestIsWhole(ClientBytes &bytes);
    void discard(ClientBytes &bytes);
    void readDirectly(bool directly);
    void close();
    void linger();
    void drain();
    void noteTaken(TimePoint now);
    void countAsEnding(bool ending);
    void left();
    void sendGathered();
    void sendPiece(QByteArrayView more);
    void sendAtOnce(QByteArrayView first, QByteArrayView more);

    QTcpSocket &m_socket;
    const qintptr m_descriptor; //!< its own, for which it would have to be asked
    ConnectionContext &m_context;
    Guard m_guard;
    TimePoint m_read = Clock::now(); //!< when its bytes were last looked at
    TimePoint m_taken;               //!< when the client last took a part of what waits for it
    TimePoint m_since;               //!< what the client has to do next, it has to do within a time from here
    Phase m_phase = Phase::Reading;
    bool m_reused = false; //!< at least one request has been answered
    bool m_isHead = false;
    bool m_isHttp10 = false;
    bool m_keepAlive = true;
    bool m_turnedAway = false;
    bool m_writing = false;
    bool m_corked = false;
    bool m_buffered = false; //!< the socket may hold what the system did not take at once
    bool m_direct = false;   //!< its bytes do not pass through Qt's socket
    bool m_ending = false;   //!< counted as such
    bool m_full = false;     //!< much was pending: tell when it has gone
    int m_waiting = 0;       //!< pieces in the outbox
    qint64 m_untaken = 0;    //!< in the system, at the last look
    qint64 m_discarded = 0;
    QByteArray m_origin; //!< of the page that may read the answer
    Answer *m_answer = nullptr;
    std::shared_ptr<void> m_token;
};

} // namespace gatehouse
