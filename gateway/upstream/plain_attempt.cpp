// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/plain_attempt.h"

#include "gateway/base/ascii_case.h"
#include "gateway/base/round.h"
#include "gateway/upstream/plain_loop.h"
#include "gateway/upstream/plain_socket.h"

#include <algorithm>
#include <cerrno>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int readsAtOnce = 4; // then others have their turn
constexpr QByteArrayView version = "http/1.";

//! Whether \a line can become a status line, or is one.
bool beginsHttp(QByteArrayView line)
{
    return beginsWith(line, version.first(std::min(line.size(), version.size())));
}

} // namespace

PlainAttempt::PlainAttempt(PlainLoop &loop, const PlainTarget &target, Outgoing outgoing,
                           TransferReceiver &receiver, TransferAttempt *&owner)
    : TransferAttempt(loop, std::move(outgoing), receiver, owner)
    , m_plainLoop(loop)
    , m_target(target)
{
}

PlainAttempt::Ended PlainAttempt::begin(QByteArrayView path)
{
    if (!m_request.assign(outgoing(), m_target.host, path))
        return brokenLine();
    m_connection = m_plainLoop.takeKept(*this);
    m_watched = SocketWatches::Read;
    if (m_connection.socket < 0)
        return connect();
    if (!Round::isCrowded())
        return sendNow();
    m_plainLoop.sendLater(*this);
    return std::nullopt;
}

PlainAttempt::Ended PlainAttempt::connect()
{
    m_connected = false;
    m_sendError = 0;
    m_watched = SocketWatches::Write;
    m_connection = m_plainLoop.connectFor(*this);
    if (m_connection.socket >= 0)
        return std::nullopt;
    return notReached(errno);
}

PlainAttempt::Ended PlainAttempt::notReached(int error) const
{
    // What went out over a connection that was dead may have been read all the same.
    const TransferEnd::Kind kind = sends() > 0 ? TransferEnd::Broken : TransferEnd::Unreachable;
    return endWith(
        kind, u"no connection to %1: %2"_s.arg(QLatin1StringView(m_target.host), socketErrorText(error)));
}

PlainAttempt::Ended PlainAttempt::sendNow()
{
    if (isDropped())
        return std::nullopt;
    m_connected = true;
    if (onReadyToSend() != Go)
        return brokenOff();
    return send();
}

PlainAttempt::Ended PlainAttempt::writable()
{
    if (m_connected) {
        onSending();
        return send();
    }
    if (const int error = connectError(m_connection.socket))
        return notReached(error);
    return sendNow();
}

PlainAttempt::Ended PlainAttempt::send()
{
    const PlainRequest::Sent sent = m_request.send(m_connection.socket);
    m_unsent = sent == PlainRequest::Some;
    if (sent == PlainRequest::Failed) {
        m_sendError = errno;
        // The provider may have said why before it closed: that is read first.
        if (m_sendError != EPIPE && m_sendError != ECONNRESET)
            return endWith(TransferEnd::Broken,
                           u"the request could not be sent: %1"_s.arg(socketErrorText(m_sendError)));
    }
    watch(wantsResume() ? SocketWatches::None : SocketWatches::Read);
    return std::nullopt;
}

void PlainAttempt::watch(int events)
{
    if (m_unsent)
        events |= SocketWatches::Write;
    if (events != std::exchange(m_watched, events))
        m_plainLoop.watch(*this, events);
}

PlainAttempt::Ended PlainAttempt::readable(std::span<char> buffer)
{
    if (sends() == 0) // it waits to send, and the provider ends the connection, or says what nobody asked
        return connectAnew();
    for (int reads = 0; reads < readsAtOnce; ++reads) {
        const ssize_t count = ::recv(m_connection.socket, buffer.data(), buffer.size(), 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            break;
        if (count <= 0)
            return closed(count < 0 ? errno : m_sendError);
        m_heard = true;
        if (const Ended end = take({buffer.data(), count}))
            return end;
        if (wantsResume() || isDropped() || size_t(count) < buffer.size())
            break;
    }
    return std::nullopt;
}

PlainAttempt::Ended PlainAttempt::take(QByteArrayView bytes)
{
    if (!hasAnswered()) {
        if (const Ended end = takeHead(bytes))
            return end;
        if (!hasAnswered())
            return std::nullopt;
    }
    m_body.feed(bytes);
    return decode();
}

PlainAttempt::Ended PlainAttempt::takeHead(QByteArrayView &bytes)
{
    while (!hasAnswered()) {
        const qsizetype end = bytes.indexOf('\n') + 1;
        if (end == 0) {
            m_line.append(bytes);
            bytes = {};
            // What is no HTTP at all may never end its line.
            if (m_line.size() > ReplyHeadReader::maxBytes || (m_atStatus && !beginsHttp(m_line)))
                return takeLine(m_line);
            return std::nullopt;
        }
        QByteArrayView line = bytes.first(end);
        bytes = bytes.sliced(end);
        QByteArray whole;
        if (!m_line.isEmpty()) {
            whole = std::exchange(m_line, {}).append(line);
            line = whole;
        }
        if (const Ended refused = takeLine(line))
            return refused;
    }
    m_body = BodyDecoder(head().framing(outgoing().method == "HEAD"));
    return std::nullopt;
}

PlainAttempt::Ended PlainAttempt::takeLine(QByteArrayView line)
{
    if (m_atStatus && (line.size() < version.size() || !beginsHttp(line))) {
        fail(u"what it sends is not HTTP/1.1"_s);
        return brokenOff();
    }
    m_atStatus = line == "\r\n" || line == "\n"; // of an interim answer: another head follows
    if (onHeaderLine(line) != Go)
        return brokenOff();
    return std::nullopt;
}

PlainAttempt::Ended PlainAttempt::decode()
{
    for (;;) {
        switch (m_body.next()) {
        case BodyDecoder::More:
            watch(SocketWatches::Read);
            return std::nullopt;
        case BodyDecoder::End:
            m_clean = head().keepsConnection() && m_request.hasSentAll() && m_body.left().isEmpty();
            return endWith(TransferEnd::Complete, {});
        case BodyDecoder::Wrong:
            fail(u"the framing or the compression of what it sends is broken"_s);
            return brokenOff();
        case BodyDecoder::Piece:
            break;
        }
        switch (onBodyBytes(m_body.piece())) {
        case Go:
            break;
        case Abort:
            return brokenOff();
        case Pause:
            m_body.hold();
            watch(SocketWatches::None);
            return std::nullopt;
        }
    }
}

PlainAttempt::Ended PlainAttempt::goOn()
{
    return decode();
}

PlainAttempt::Ended PlainAttempt::closed(int error)
{
    if (hasAnswered()) {
        if (error == 0 && m_body.isWholeAtClose())
            return endWith(TransferEnd::Complete, {});
        return endWith(TransferEnd::Broken, u"the connection was closed before the answer was whole"_s);
    }
    if (m_heard || !m_connection.kept || !maySendAgain())
        return closedTooSoon();
    return connectAnew(); // it was dead when it was taken
}

PlainAttempt::Ended PlainAttempt::connectAnew()
{
    m_plainLoop.close(std::exchange(m_connection, {}));
    m_request.rewind();
    return connect();
}

} // namespace gatehouse
