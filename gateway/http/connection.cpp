// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/connection.h"

#include "gateway/http/descriptors.h"
#include "gateway/http/error_body.h"
#include "gateway/http/preflight.h"
#include "gateway/http/request_id.h"

#include <QTcpSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qint64 readBuffer = 128 * 1024;
constexpr qint64 maxDiscarded =
    128 * 1024 * 1024; // a client may have sent that much before it reads a refusal

// For a client that is turned away to read why.
constexpr std::chrono::milliseconds lastWords{500};

// All that Qt HttpServer gets to see of a connection's first request.
constexpr QByteArrayView standIn = "GET / HTTP/1.1\r\n\r\n";

} // namespace

Connection::Connection(QTcpSocket &socket, ConnectionContext &context)
    : QObject(&socket)
    , m_socket(socket)
    , m_descriptor(socket.socketDescriptor())
    , m_context(context)
    , m_guard(context.rules)
    , m_since(Clock::now())
{
    context.connections.insert(this);
    socket.setReadBufferSize(readBuffer);
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(&socket, &QTcpSocket::readyRead, this, &Connection::onReadyRead);
    connect(&socket, &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
    connect(&socket, &QTcpSocket::disconnected, this, &Connection::onDisconnected);
    // Queued: it is emitted from the middle of reading and writing.
    connect(&socket, &QTcpSocket::errorOccurred, this, &Connection::onPeerClosed, Qt::QueuedConnection);
}

Connection::~Connection()
{
    m_phase = Phase::Gone;
    readDirectly(false);
    countAsEnding(false);
    m_context.connections.remove(this);
    if (m_context.corked == this)
        m_context.corked = nullptr;
    if (m_waiting > 0)
        m_context.outbox.forget(*this);
    left();
}

void Connection::onReadyRead()
{
    // Qt HttpServer has looked in before and found nothing; nothing of what comes now is to be kept for it.
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    DeviceBytes bytes(m_socket);
    receive(bytes);
}

void Connection::onReadable()
{
    DescriptorBytes bytes(m_descriptor, m_context.room);
    receive(bytes);
    if (bytes.ended())
        readDirectly(false); // Qt's socket learns of it next
}

void Connection::readDirectly(bool directly)
{
    if (directly == m_direct)
        return;
    m_direct = directly && beginDirectReading(m_descriptor, *this);
    if (!directly)
        endDirectReading(m_descriptor, *this);
}

void Connection::receive(ClientBytes &bytes)
{
    if (m_phase == Phase::Reading)
        readRequest(bytes);
    else if (m_phase != Phase::Gone)
        discard(bytes);
}

void Connection::readRequest(ClientBytes &bytes)
{
    m_read = Clock::now();
    const bool begun = m_guard.headBegun();
    auto step = m_guard.read(bytes);
    if (step && *step == Guard::Step::Continue) {
        out().append("HTTP/1.1 100 Continue\r\n\r\n");
        send();
        if (m_phase == Phase::Gone)
            return;
        step = m_guard.read(bytes);
    }
    if (!step) {
        refuse(step.error());
        if (m_phase != Phase::Gone)
            discard(bytes); // else Qt HttpServer would take the rest for a request
        return;
    }
    if (*step == Guard::Step::Whole)
        return requestIsWhole(bytes);
    if (m_guard.inBody() || (m_reused && !begun && m_guard.headBegun()))
        m_since = Clock::now();
}

void Connection::requestIsWhole(ClientBytes &bytes)
{
    m_phase = Phase::Answering;
    const Framing &framing = m_guard.framing();
    m_isHead = framing.isHead;
    m_isHttp10 = framing.http10;
    m_origin = framing.origin.toByteArray();
    m_keepAlive = framing.keepAlive && !m_guard.pipelined() && !m_context.stopping;
    discard(bytes);
    if (const auto lines = preflightLines(m_guard.incoming())) {
        take();
        head(204, QByteArray(*lines + ownLines(Dialect::OpenAi)), -1);
        send();
        return ended(true);
    }
    // Qt HttpServer opens the first exchange of a connection. To show it each of the others too would take a
    // tenth of what a small request costs.
    if (m_reused && m_context.servesDirectly)
        return m_context.serve(*this);
    for (qsizetype i = standIn.size(); i > 0; --i)
        m_socket.ungetChar(standIn[i - 1]);
    m_context.whole = this;
}

Incoming Connection::take()
{
    Incoming in = m_guard.take();
    in.peerPort = m_socket.peerPort();
    in.first = !m_reused;
    return in;
}

//! What every answer carries (contract, section 3), for those that are given here to a client of \a dialect.
QByteArray Connection::ownLines(Dialect dialect) const
{
    const double spent = millisecondsBetween(m_read, Clock::now());
    const QByteArray id = newRequestId();
    const QByteArray again = dialect == Dialect::Anthropic ? "\r\nrequest-id: " + id : QByteArray();
    return "x-request-id: " + id + again +
           "\r\nx-gatehouse-attempts: 0\r\nserver-timing: gateway;dur=" + QByteArray::number(spent, 'f', 3) +
           ", upstream;dur=0.000\r\n";
}

bool Connection::busy() const
{
    if (m_turnedAway && m_phase == Phase::Closing) // it may still send, and has to see why not
        return Clock::now() - m_since < lastWords;
    return m_phase == Phase::Answering || pending() > 0 || (m_phase == Phase::Reading && m_guard.headBegun());
}

void Connection::turnAway(const Error &error)
{
    if (m_phase != Phase::Reading || !m_guard.headBegun())
        return;
    m_turnedAway = true;
    m_read = Clock::now(); // the client's silence is no time of ours
    refuse(error);
}

void Connection::refuse(const Error &error)
{
    m_context.refusals.add(error, Clock::now());
    m_phase = Phase::Answering;
    m_isHead = m_guard.incoming().method == "HEAD";
    m_origin = m_guard.framing().origin.toByteArray();
    m_keepAlive = false;
    const Dialect dialect = dialectOfPath(m_guard.incoming().target);
    const QByteArray lines = errorHeaders(error) + ownLines(dialect);
    const QByteArray body = errorBody(error, dialect);
    QByteArray &bytes = head(error.status, lines, body.size());
    if (!m_isHead)
        bytes.append(body);
    send();
    ended(false);
}

//! What comes while a request is in flight was sent without waiting for the answer; it is not served.
void Connection::discard(ClientBytes &bytes)
{
    const qint64 dropped = bytes.skip();
    if (dropped == 0)
        return;
    m_keepAlive = false;
    m_discarded += dropped;
    // Queued: Qt HttpServer is about to look at the socket.
    if (m_discarded > maxDiscarded)
        QMetaObject::invokeMethod(this, &Connection::drop, Qt::QueuedConnection);
}

} // namespace gatehouse
