// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/pick.h"
#include "gateway/pipeline/prepare.h"
#include "gateway/pipeline/relay.h"
#include "gateway/pipeline/silence.h"
#include "gateway/upstream/failure.h"
#include "gateway/upstream/transfers.h"

#include <QTimer>

namespace gatehouse {

//! What a provider said with a status ≥ 400, kept in case nobody else answers.
struct Refusal
{
    ReplyHead head;
    QByteArray body;
    bool translated = false; //!< its words are in another dialect than the client's
};

//! One try on one provider: sends, and either drives the relay or finds out why there is nothing to relay.
class Attempt final : private TransferReceiver
{
public:
    //! Whom it reports to. The attempt may be destroyed from within any of these calls.
    class Owner
    {
    public:
        virtual ~Owner() = default;
        //! The header lines of the answer, at the moment when it begins.
        virtual QByteArray answerLines(const ReplyHead &head) = 0;
        //! Knows the keys that a provider may repeat.
        virtual const Redactor &redactor() const = 0;
        //! The answer has gone out, whole or broken off.
        virtual void onAnswered(const RelayEnd &end) = 0;
        //! Nothing has gone out.
        virtual void onFailed(const Failure &failure, std::optional<Refusal> refusal) = 0;
    };

    Attempt(Owner &owner, Reply &reply, Transfers &transfers, Picked picked, Prepared prepared,
            const Call &call);
    ~Attempt() override;

    const Picked &picked() const { return m_picked; }
    Picked &picked() { return m_picked; }
    const ReplyHead &head() const { return m_head; }
    //! How often the request went out, as far as it is known.
    int sends() const { return m_sends; }
    TimePoint began() const { return m_began; }
    //! Until it was connected; -1: on a kept connection, or never.
    double connectMs() const { return m_connectMs; }
    TimePoint firstByte() const { return m_firstByte; } //!< TimePoint{}: none came
    //! \a otherwise: where nothing was heard yet.
    TimePoint lastHeard(TimePoint otherwise) const
    {
        return m_lastHeard == TimePoint{} ? otherwise : m_lastHeard;
    }
    //! The first byte, or the head of an answer without a body.
    TimePoint answeredAt() const { return m_firstByte == TimePoint{} ? lastHeard(m_began) : m_firstByte; }
    std::optional<TokenUsage> tokens() const { return m_relay ? m_relay->tokens() : std::nullopt; }
    //! How its answer is translated; null: it is not.
    const Reading *reading() const { return m_reading.get(); }
    //! What did not reach the provider, or not the client, as Dropped::header().
    QByteArray dropped() const { return m_dropped.header(); }
    bool relaying() const { return m_relay && m_relay->begun(); }

    //! The client has taken what was written.
    void resume();
    //! Ends what has begun to go out, with \a error.
    void breakOff(const Error &error) { m_relay->end({TransferEnd::Broken, error.message}, error); }
    //! After a whole answer: lets the connection be used again.
    void release(Transfers &transfers) { transfers.release(std::move(m_transfer)); }

    //! A translated stream is not silent for longer; what is passed on as it is, is left as it is.
    static constexpr std::chrono::seconds pingEvery{15};

private:
    void onHead(ReplyHead head) override;
    bool onBody(QByteArrayView bytes) override;
    void onBodyRead() override { m_reply.uncork(); }
    void onEnd(const TransferEnd &end) override;
    void addTouched(Touched &touched) const override
    {
        touched.add(this, sizeof *this);
        m_reply.addTouched(touched);
    }

    bool keep(QByteArrayView bytes);
    bool relay(QByteArrayView bytes);
    void ended(const TransferEnd &end);
    void endedWhole();
    void makeRelay();
    void makeTranslatedRelay();
    bool wantsEvents() const;
    bool isPage() const;
    void unusablePage();
    void unusable(QStringView what, FailureKind kind);
    void watchHold();

    Owner &m_owner;
    Reply &m_reply;
    Picked m_picked;
    const Call &m_call;
    bool m_hideUsage;
    std::unique_ptr<Reading> m_reading;
    Dropped m_dropped;
    TimePoint m_began = Clock::now();
    TimePoint m_firstByte = {};
    TimePoint m_lastHeard = {};
    ReplyHead m_head;
    int m_sends = 1;
    double m_connectMs = -1;
    QByteArray m_refusal;  //!< the body of an answer that is not passed on
    qsizetype m_blank = 0; //!< bytes of it before anything is said
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<QTimer> m_hold;     //!< runs while a stream is held back
    std::unique_ptr<Silence> m_silence; //!< of what goes to the client; only for translated streams
    qint64 m_bytesOut = 0;
    std::unique_ptr<Transfer> m_transfer;
};

} // namespace gatehouse
