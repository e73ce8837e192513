// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/clock.h"
#include "gateway/upstream/curl_handle.h"
#include "gateway/upstream/reply_head_reader.h"
#include "gateway/upstream/transfer.h"

#include <map>
#include <memory>
#include <optional>

namespace gatehouse {

class CurlAttempt;
class CurlLoop;

//! All attempts of a loop, by when they must be looked at.
using CurlAttempts = std::multimap<TimePoint, std::unique_ptr<CurlAttempt>>;

//! One attempt on its way through libcurl: what has been seen of the answer, how long it may still take.
//! Belongs to its loop, and outlives the receiver's interest where libcurl cannot let go at once.
class CurlAttempt final : public CurlListener
{
public:
    //! Clears \a owner when it has ended.
    CurlAttempt(CurlLoop &loop, Outgoing outgoing, TransferReceiver &receiver, CurlAttempt *&owner);
    ~CurlAttempt();

    //! Puts the request on \a handle; says why if that cannot be done.
    std::optional<TransferEnd> prepare(std::unique_ptr<CurlHandle> handle, std::shared_ptr<CURLU> url,
                                       const Proxy &proxy);
    const std::shared_ptr<const Link> &link() const { return m_outgoing.link; }
    const QByteArray &url() const { return m_outgoing.url; }
    //! Null before prepare().
    CURL *easy() const { return m_handle ? m_handle->easy() : nullptr; }
    std::unique_ptr<CurlHandle> takeHandle() { return std::move(m_handle); }
    CurlLoop &loop() const { return m_loop; }

    //! The receiver hears nothing any more.
    void abandon();
    //! As abandon(), but the answer may run to its end for \a patience.
    void letRun(std::chrono::milliseconds patience);
    //! Tells the receiver, which may destroy anything but this.
    void tellEnd(const TransferEnd &end);
    //! Tells the receiver that no more is to be had for now.
    void tellBodyRead();

    //! Whether libcurl has no more use for the body.
    bool hasSentAll() const;
    //! True if it waits for resume(). Then clears that.
    bool unpause();
    bool wantsResume() const { return m_paused || m_inBody; }

    TimePoint deadline() const { return m_deadline; }
    //! The end of an attempt whose deadline has passed.
    TransferEnd expired() const;
    //! The end that libcurl came to.
    TransferEnd ended(CURLcode code) const;

    //! The loop's, and the time there.
    CurlAttempts::iterator place;
    TimePoint placedFor;

private:
    enum class Phase { Connecting, Sent, Receiving, RunningOut };

    Verdict onReadyToSend() override;
    void onSending() override;
    Verdict onHeaderLine(QByteArrayView line) override;
    Verdict onBodyBytes(QByteArrayView bytes) override;

    void firstReady(TimePoint now);
    Verdict fail(const QString &why);
    void setDeadline(TimePoint deadline);
    TransferEnd endWith(TransferEnd::Kind kind, const QString &message) const;

    CurlLoop &m_loop;
    Outgoing m_outgoing;
    TransferReceiver *m_receiver;
    CurlAttempt **m_owner;
    std::unique_ptr<CurlHandle> m_handle;
    ReplyHeadReader m_head;
    QString m_failure; //!< why we broke it off ourselves
    TimePoint m_deadline;
    TimePoint m_began = Clock::now();
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
