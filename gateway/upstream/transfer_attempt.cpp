// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/transfer_attempt.h"

#include "gateway/base/logging.h"
#include "gateway/base/secret_bytes.h"
#include "gateway/upstream/transfer_loop.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// A request is sent again when a kept connection ends before a byte of an answer came. That is right for one
// that the provider had already closed: it ends at once, and the request was never read. Later the provider
// may be at work on it, and would work (and bill) twice. So: once, and only soon after.
constexpr int maxSends = 2;
constexpr std::chrono::milliseconds deadConnectionShowsWithin{500};

constexpr qint64 maxRunOut = qint64(256) * 1024;

QString inSeconds(std::chrono::seconds time)
{
    return QString::number(time.count()) + u" s"_s;
}

} // namespace

TransferAttempt::TransferAttempt(TransferLoop &loop, Outgoing outgoing, TransferReceiver &receiver,
                                 TransferAttempt *&owner)
    : m_loop(loop)
    , m_outgoing(std::move(outgoing))
    , m_receiver(&receiver)
    , m_owner(&owner)
    , m_deadline(m_began + m_outgoing.link->timeouts.connect)
{
    owner = this;
}

TransferAttempt::~TransferAttempt()
{
    abandon();
    wipe(m_outgoing.authorization); // its snapshot may be gone
}

void TransferAttempt::abandon()
{
    m_receiver = nullptr;
    if (m_owner)
        *m_owner = nullptr;
    m_owner = nullptr;
}

void TransferAttempt::letRun(std::chrono::milliseconds patience)
{
    abandon();
    m_phase = Phase::RunningOut;
    setDeadline(Clock::now() + patience);
}

void TransferAttempt::tellEnd(const TransferEnd &end)
{
    TransferReceiver *receiver = m_receiver;
    abandon();
    if (receiver)
        receiver->onEnd(end);
}

void TransferAttempt::tellBodyRead()
{
    m_reading = false;
    if (m_receiver)
        m_receiver->onBodyRead();
}

bool TransferAttempt::unpause()
{
    if (!m_paused)
        return false;
    m_paused = false;
    if (m_phase == Phase::Receiving)
        setDeadline(Clock::now() + link()->timeouts.idle);
    return true;
}

WireListener::Verdict TransferAttempt::onReadyToSend()
{
    const TimePoint now = Clock::now();
    if (m_sends == 0)
        firstReady(now);
    else if (!maySendAgain())
        return fail(closedTooSoon().message);
    else
        qCInfo(lcUpstream).noquote() << "A kept connection to" << link()->provider
                                     << "was dead; sending again.";
    ++m_sends;
    if (m_phase == Phase::Connecting)
        m_phase = Phase::Sent;
    if (m_phase == Phase::Sent)
        setDeadline(now + link()->timeouts.firstByte);
    return Go;
}

bool TransferAttempt::maySendAgain() const
{
    return m_sends < maxSends && !m_outgoing.once &&
           Clock::now() - m_firstSentAt <= deadConnectionShowsWithin;
}

void TransferAttempt::firstReady(TimePoint now)
{
    m_firstSentAt = now;
    if (madeConnection())
        m_connectMs = millisecondsBetween(m_began, now);
}

void TransferAttempt::onSending()
{
    if (m_phase == Phase::Sent)
        setDeadline(Clock::now() + link()->timeouts.firstByte);
}

WireListener::Verdict TransferAttempt::onHeaderLine(QByteArrayView line)
{
    switch (m_head.line(line)) {
    case ReplyHeadReader::More:
        return Go;
    case ReplyHeadReader::Refused:
        return fail(m_head.problem());
    case ReplyHeadReader::Done:
        break;
    }
    m_answered = true;
    if (m_phase != Phase::RunningOut) {
        m_phase = Phase::Receiving;
        setDeadline(Clock::now() + link()->timeouts.idle);
    }
    ReplyHead head = m_head.take();
    head.sends = m_sends;
    head.connectMs = m_connectMs;
    if (m_receiver)
        m_receiver->onHead(std::move(head));
    return m_receiver || m_phase == Phase::RunningOut ? Go : Abort;
}

WireListener::Verdict TransferAttempt::onBodyBytes(QByteArrayView bytes)
{
    if (TransferReceiver *receiver = m_receiver) {
        if (!std::exchange(m_reading, true))
            m_loop.bodyBegun(*this);
        m_inBody = true;
        const bool taken = receiver->onBody(bytes);
        m_inBody = false;
        if (m_receiver) {
            m_paused = !taken;
            setDeadline(m_paused ? TimePoint::max() : Clock::now() + link()->timeouts.idle);
            return m_paused ? Pause : Go;
        }
    }
    m_ranOut += bytes.size();
    return m_phase == Phase::RunningOut && m_ranOut <= maxRunOut ? Go : Abort;
}

WireListener::Verdict TransferAttempt::fail(const QString &why)
{
    m_failure = why;
    return Abort;
}

void TransferAttempt::setDeadline(TimePoint deadline)
{
    m_deadline = deadline;
    // One that moved away is noticed when the old one comes: most never come.
    if (deadline < placedFor)
        m_loop.deadlineMoved(*this);
}

TransferEnd TransferAttempt::expired() const
{
    const Timeouts &timeouts = link()->timeouts;
    switch (m_phase) {
    case Phase::Connecting: {
        const QString proxy = proxyName();
        const bool inHandshake = proxy.isEmpty() && madeConnection();
        const QString where = proxy.isEmpty() ? QString() : u" through the proxy "_s + proxy;
        TransferEnd end = endWith(inHandshake ? TransferEnd::Tls : TransferEnd::Unreachable,
                                  u"no connection"_s + where + u" within "_s + inSeconds(timeouts.connect));
        if (!proxy.isEmpty() && !madeConnection())
            end.cause = TransferEnd::Proxy;
        return end;
    }
    case Phase::Sent:
        return endWith(TransferEnd::FirstByteTimeout,
                       u"nothing came within "_s + inSeconds(timeouts.firstByte));
    case Phase::Receiving:
    case Phase::RunningOut:
        break;
    }
    return endWith(TransferEnd::IdleTimeout, u"nothing came for "_s + inSeconds(timeouts.idle));
}

TransferEnd TransferAttempt::endWith(TransferEnd::Kind kind, const QString &message) const
{
    return {kind, message, m_sends, TransferEnd::Other, m_connectMs};
}

TransferEnd TransferAttempt::closedTooSoon() const
{
    return endWith(TransferEnd::Broken, u"the connection was closed before an answer came"_s);
}

TransferEnd TransferAttempt::brokenLine() const
{
    return endWith(TransferEnd::Unreachable, u"a header line for it, or its key, holds a line break"_s);
}

} // namespace gatehouse
