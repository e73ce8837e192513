// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/demo_provider.h"

#include "gateway/upstream/demo_answer.h"

#include <QBasicTimer>
#include <QObject>
#include <QPointer>
#include <QTimerEvent>

namespace gatehouse {
namespace {

DemoAnswer answerTo(const Outgoing &outgoing)
{
    QByteArray body;
    body.reserve(outgoing.bodySize());
    for (QByteArrayView view : outgoing.body)
        body.append(view);
    QByteArray path = outgoing.url.mid(outgoing.link->baseUrl.size());
    if (const qsizetype query = path.indexOf('?'); query >= 0)
        path.truncate(query);
    return demoAnswer(outgoing.method, path, body);
}

//! Hands an answer over, a piece each time its timer fires.
class DemoTransfer final : public QObject, public Transfer
{
public:
    DemoTransfer(DemoAnswer answer, bool withBody, TransferReceiver &receiver,
                 std::shared_ptr<const char> active)
        : m_answer(std::move(answer))
        , m_receiver(receiver)
        , m_active(std::move(active))
        , m_streams(m_answer.pieces.size() > 1)
    {
        m_head.status = m_answer.status;
        m_head.contentType = m_answer.contentType;
        if (!m_streams)
            m_head.contentLength = m_answer.pieces.first().size();
        if (!withBody)
            m_answer.pieces.clear();
        m_timer.start(0, this);
    }

    void resume() override
    {
        if (m_active && !m_timer.isActive())
            m_timer.start(0, this);
    }

private:
    void timerEvent(QTimerEvent *) override
    {
        if (!m_headSent) {
            m_headSent = true;
            m_receiver.onHead(m_head); // may destroy this
            return;
        }
        m_timer.stop();
        if (m_answer.pieces.isEmpty()) {
            m_active.reset();
            m_receiver.onEnd({TransferEnd::Complete, {}, 1}); // may destroy this
            return;
        }
        const QPointer<DemoTransfer> self(this);
        const QByteArray piece = m_answer.pieces.first();
        const bool taken = m_receiver.onBody(piece);
        if (self)
            m_receiver.onBodyRead();
        if (taken && self) {
            m_answer.pieces.removeFirst();
            const bool pause = m_streams && !m_answer.pieces.isEmpty();
            m_timer.start(pause ? int(DemoProvider::pace.count()) : 0, Qt::PreciseTimer, this);
        }
    }

    DemoAnswer m_answer;
    TransferReceiver &m_receiver;
    std::shared_ptr<const char> m_active;
    ReplyHead m_head;
    QBasicTimer m_timer;
    bool m_streams;
    bool m_headSent = false;
};

} // namespace

std::unique_ptr<Transfer> DemoProvider::start(const Outgoing &outgoing, TransferReceiver &receiver)
{
    return std::make_unique<DemoTransfer>(answerTo(outgoing), outgoing.method != "HEAD", receiver, m_active);
}

} // namespace gatehouse
