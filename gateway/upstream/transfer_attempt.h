// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/upstream/reply_head_reader.h"
#include "gateway/upstream/transfer.h"
#include "gateway/upstream/wire_listener.h"

#include <map>
#include <memory>

namespace gatehouse {

class TransferAttempt;
class TransferLoop;

//! All attempts of a loop, by when they must be looked at.
using TransferAttempts = std::multimap<TimePoint, std::unique_ptr<TransferAttempt>>;

//! One attempt on its way: what has been seen of the answer, how long it may still take. Belongs to its loop,
//! and outlives the receiver's interest where the loop cannot let go at once.
class TransferAttempt : public WireListener
{
public:
    //! Clears \a owner when it has ended.
    TransferAttempt(TransferLoop &loop, Outgoing outgoing, TransferReceiver &receiver,
                    TransferAttempt *&owner);
    virtual ~TransferAttempt();
    Q_DISABLE_COPY_MOVE(TransferAttempt)

    const std::shared_ptr<const Link> &link() const { return m_outgoing.link; }
    const Outgoing &outgoing() const { return m_outgoing; }
    TransferLoop &loop() const { return m_loop; }

    //! The receiver hears nothing any more.
    void abandon();
    //! As abandon(), but the answer may run to its end for \a patience.
    void letRun(std::chrono::milliseconds patience);
    //! Tells the receiver, which may destroy anything but this.
    void tellEnd(const TransferEnd &end);
    //! Tells the receiver that no more is to be had for now.
    void tellBodyRead();

    //! As TransferReceiver::addTouched().
    void addTouched(Touched &touched) const
    {
        if (m_receiver)
            m_receiver->addTouched(touched);
    }

    //! Whether nobody needs the body any more.
    virtual bool hasSentAll() const = 0;
    //! True if it waits for resume(). Then clears that.
    bool unpause();
    bool wantsResume() const { return m_paused || m_inBody; }

    TimePoint deadline() const { return m_deadline; }
    //! The end of an attempt whose deadline has passed.
    TransferEnd expired() const;

    //! The loop's, and the time there.
    TransferAttempts::iterator place;
    TimePoint placedFor;

protected:
    Verdict onReadyToSend() override;
    void onSending() override;
    Verdict onHeaderLine(QByteArrayView line) override;
    Verdict onBodyBytes(QByteArrayView bytes) override;

    //! Whether a connection was made for it, rather than a kept one used; true once TCP stands, even while
    //! TLS or a proxy keeps it waiting.
    virtual bool madeConnection() const = 0;
    //! The proxy on its way, for messages; empty if there is none.
    virtual QString proxyName() const { return {}; }

    const ReplyHeadReader &head() const { return m_head; }
    bool hasAnswered() const { return m_answered; }
    //! Whether there is nobody to hear of it, and no reason to let it run.
    bool isDropped() const { return !m_receiver && m_phase != Phase::RunningOut; }
    int sends() const { return m_sends; }
    //! Why we broke it off ourselves; empty if we did not.
    const QString &failure() const { return m_failure; }
    //! Whether a kept connection that ended without a byte of an answer means that nobody read the request.
    bool maySendAgain() const;
    Verdict fail(const QString &why);
    TransferEnd endWith(TransferEnd::Kind kind, const QString &message) const;
    TransferEnd closedTooSoon() const;
    TransferEnd brokenLine() const;

private:
    enum class Phase { Connecting, Sent, Receiving, RunningOut };

    void firstReady(TimePoint now);
    void setDeadline(TimePoint deadline);

    TransferLoop &m_loop;
    Outgoing m_outgoing;
    TransferReceiver *m_receiver;
    TransferAttempt **m_owner;
    ReplyHeadReader m_head;
    QString m_failure;
    TimePoint m_began = Clock::now();
    TimePoint m_deadline;
    TimePoint m_firstSentAt;
    double m_connectMs = -1;
    qint64 m_ranOut = 0; //!< bytes of the answer that nobody wants
    int m_sends = 0;
    Phase m_phase = Phase::Connecting;
    bool m_answered = false; //!< the head is complete
    bool m_paused = false;
    bool m_inBody = false;  //!< the receiver is looking at bytes just now
    bool m_reading = false; //!< the receiver was given bytes, and is yet to hear of tellBodyRead()
};

} // namespace gatehouse
