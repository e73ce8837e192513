// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/answer_member.h"
#include "gateway/dialect/chat_stream.h"
#include "gateway/dialect/dropped.h"
#include "gateway/dialect/reply_context.h"
#include "gateway/dialect/tool_arguments.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

namespace gatehouse {

//! Puts what a provider's stream says in the order that every client's stream can be written from
//! (translation rules, A5 and B4): one start, parts one after the other, one end. Calls that come interleaved
//! are parted: the first one streams, the others wait. Knows the client's names of tools.
class StreamOrder final : public StreamSink
{
public:
    static constexpr qsizetype maxWaiting = 4 * 1024 * 1024;
    static constexpr qsizetype maxAnswer = 32 * 1024 * 1024;
    static constexpr size_t maxCalls = 4096;

    //! Writes with \a writer to \a out; all three outlive it.
    StreamOrder(StreamWriter &writer, const ReplyContext &context, QByteArray &out);

    void start(QByteArrayView id) override;
    void text(QByteArrayView delta) override { say(PartKind::Text, m_answer.feed(delta)); }
    void reasoning(QByteArrayView delta) override { say(PartKind::Reasoning, delta); }
    void signature(QByteArrayView value) override;
    void redactedReasoning(QByteArrayView value) override;
    void refusal(QByteArrayView delta) override { say(PartKind::Refusal, delta); }
    void tool(const ToolCallPiece &piece) override;
    void toolEnd(int index) override;
    void usage(const TokenUsage &usage) override;
    void image(const Media &media) override;
    void stop(const StopNote &stop) override;
    void mayStop(const StopNote &stop) override;
    void done() override;
    void error(const Error &error) override;
    void ping() override;

    //! The provider's body has ended well. \a endIsSaid: see StreamReader::endIsSaid().
    void bodyEnded(bool endIsSaid);

    //! Something of the answer itself was seen: a part, or a reason for its end.
    bool content() const { return m_content; }
    //! Nothing more is written.
    bool over() const { return m_over; }
    //! It is over because of this.
    const std::optional<Error> &failure() const { return m_failure; }
    const std::optional<TokenUsage> &tokens() const { return m_usage; }
    //! What the client has no place for.
    const Dropped &dropped() const { return m_dropped; }

private:
    //! The part that is being written.
    struct Open
    {
        PartKind kind = PartKind::Text;
        bool call = false; //!< also where its arguments are the answer's text
        int index = 0;
        QByteArray id; //!< the provider's
        bool freeform = false;
        bool ended = false;
        ArgumentScan scan;
        QByteArray held; //!< of a freeform call
    };
    //! A part that has to wait until the open one is complete, or until it has an id and a name.
    struct Waiting
    {
        PartKind kind = PartKind::ToolCall;
        int index = 0;
        QByteArray id;
        QByteArray name;
        QByteArray content;
        bool ended = false;
    };
    //! A call that was written in full.
    struct Closed
    {
        int index;
        QByteArray id;
    };

    bool deaf() const { return m_over || m_stopped; }
    bool blocked() const { return m_open && m_open->call && !m_open->ended && !m_open->scan.complete(); }
    void say(PartKind kind, QByteArrayView delta);
    void wait(PartKind kind, QByteArrayView content);
    Waiting *waitingCall(const ToolCallPiece &piece);
    bool isOpen(const ToolCallPiece &piece) const
    {
        return m_open && m_open->call && piece.isOf(m_open->index, m_open->id);
    }
    bool isClosed(const ToolCallPiece &piece) const;
    void begin(PartKind kind, const StreamPart &part);
    void write(QByteArrayView delta);
    void openWaiting(Waiting waiting);
    void argue(QByteArrayView bytes);
    void close();
    bool breaksOff();
    void advance();
    void closeAll();
    void finish();

    StreamWriter &m_writer;
    const ReplyContext &m_context;
    QByteArray &m_out;
    AnswerMember m_answer{m_context.answerMember};
    ToolIds m_ids;
    std::optional<Open> m_open;
    std::vector<Waiting> m_waiting;
    std::vector<Closed> m_closed;
    QByteArrayList m_signatures; //!< without thoughts; they wait for the part that they belong to
    qsizetype m_waitingBytes = 0;
    qsizetype m_written = 0;        //!< of the parts themselves
    std::optional<StopNote> m_stop; //!< so far
    std::optional<TokenUsage> m_usage;
    std::optional<Error> m_failure;
    Dropped m_dropped;
    bool m_stopped = false; //!< only usage may follow
    bool m_started = false;
    bool m_content = false;
    bool m_callsTool = false;
    bool m_answered = false; //!< by the tool whose input is the answer
    bool m_over = false;
};

} // namespace gatehouse
