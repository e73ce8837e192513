// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/chat_stream.h"

#include <QByteArray>

namespace gatehouse {

//! Lets a stream through but for what the model says beside the tool whose input is its answer: that would
//! spoil the JSON. Text waits until it is clear that the answer is nothing else.
class StructuredAnswer final : public StreamSink
{
public:
    static constexpr qsizetype maxHeld = 1024 * 1024;

    //! \a tool: the provider's name for it. Tells \a next, which outlives it.
    StructuredAnswer(StreamSink &next, const QByteArray &tool)
        : m_next(next)
        , m_tool(tool)
    {
    }

    void start(QByteArrayView id) override { m_next.start(id); }
    void text(QByteArrayView delta) override;
    void reasoning(QByteArrayView delta) override { m_next.reasoning(delta); }
    void signature(QByteArrayView value) override { m_next.signature(value); }
    void redactedReasoning(QByteArrayView value) override { m_next.redactedReasoning(value); }
    void refusal(QByteArrayView delta) override;
    void tool(const ToolCallPiece &piece) override;
    void toolEnd(int index) override { m_next.toolEnd(index); }
    void usage(const TokenUsage &usage) override { m_next.usage(usage); }
    void image(const Media &media) override { m_next.image(media); }
    void stop(const StopNote &stop) override;
    void mayStop(const StopNote &stop) override { m_next.mayStop(stop); }
    void done() override;
    void error(const Error &error) override { m_next.error(error); }
    void ping() override { m_next.ping(); }

    //! No tool came for what was held back: it is the answer.
    void letGo();

private:
    StreamSink &m_next;
    QByteArray m_tool;
    QByteArray m_held;
    bool m_answered = false;
};

} // namespace gatehouse
