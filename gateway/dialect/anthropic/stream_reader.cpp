// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/reply_reader.h"
#include "gateway/dialect/anthropic/thoughts.h"
#include "gateway/dialect/anthropic/words.h"
#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/sse_reader.h"
#include "gateway/dialect/usage_reader.h"

using namespace Qt::StringLiterals;

namespace gatehouse::anthropic {
namespace {

//! Takes a message stream apart (translation rules, A5). Blocks of tools that the provider runs itself, and
//! all that is not known, are passed over.
class EventReader final : public SseReader
{
public:
    bool endIsSaid() const override { return true; }

private:
    enum class Block { Other, Text, Thinking, Redacted, Tool };

    void event(QByteArrayView name, JsonView data, StreamSink &sink) override;
    void messageStart(JsonView message, StreamSink &sink);
    void blockStart(JsonView data, StreamSink &sink);
    void blockDelta(JsonView data, StreamSink &sink);
    void think(const QByteArray &text, StreamSink &sink);
    void blockStop(JsonView data, StreamSink &sink);
    void readUsage(JsonView usage, StreamSink &sink);

    UsageReader m_usage{Dialect::Anthropic};
    QByteArray m_id;
    QByteArray m_signature; //!< of the open block, which may bring it in pieces
    Block m_block = Block::Other;
    bool m_hasThought = false; //!< the open block
    bool m_started = false;
};

void EventReader::event(QByteArrayView name, JsonView data, StreamSink &sink)
{
    const JsonView type = data["type"];
    const auto is = [&](QByteArrayView word) { return type ? type.is(word) : name == word; };
    if (is("content_block_delta"))
        blockDelta(data, sink);
    else if (is("content_block_start"))
        blockStart(data, sink);
    else if (is("content_block_stop"))
        blockStop(data, sink);
    else if (is("message_start"))
        messageStart(data["message"], sink);
    else if (is("message_delta")) {
        readUsage(data["usage"], sink);
        const JsonView delta = data["delta"];
        if (delta["stop_reason"].isString())
            sink.stop(stopNoteOf(delta["stop_reason"], delta["stop_sequence"]));
    } else if (is("message_stop")) {
        sink.done();
    } else if (is("ping")) {
        sink.ping();
    }
}

void EventReader::messageStart(JsonView message, StreamSink &sink)
{
    const QByteArray id = message["id"].text();
    if (m_started && id != m_id)
        return sink.error(protocolError(u"began a second message in one stream"_s));
    if (!std::exchange(m_started, true)) {
        m_id = QByteArray(id.constData(), id.size());
        sink.start(id);
    }
    readUsage(message["usage"], sink);
}

void EventReader::blockStart(JsonView data, StreamSink &sink)
{
    const JsonView block = data["content_block"];
    const JsonView type = block["type"];
    m_signature.clear();
    m_block = Block::Other;
    if (type.is("text")) {
        m_block = Block::Text;
        if (const QByteArray text = block["text"].text(); !text.isEmpty())
            sink.text(text);
    } else if (type.is("thinking")) {
        m_block = Block::Thinking;
        m_hasThought = false;
        think(block["thinking"].text(), sink);
    } else if (type.is("redacted_thinking")) {
        m_block = Block::Redacted;
        sink.redactedReasoning(block["data"].text());
    } else if (type.is("tool_use")) {
        m_block = Block::Tool;
        const QByteArray id = block["id"].text();
        const QByteArray name = block["name"].text();
        const JsonView input = block["input"];
        // Normally empty, and the arguments follow; some send them here at once.
        const QByteArray arguments = input.isObject() && !input.isEmpty() ? input.rawBytes() : QByteArray();
        sink.tool({int(data["index"].integer().value_or(0)), id, name, arguments});
    }
}

void EventReader::blockDelta(JsonView data, StreamSink &sink)
{
    const JsonView delta = data["delta"];
    const JsonView type = delta["type"];
    if (type.is("text_delta") && m_block != Block::Other) {
        if (const QByteArray text = delta["text"].text(); !text.isEmpty())
            sink.text(text);
    } else if (type.is("thinking_delta")) {
        think(delta["thinking"].text(), sink);
    } else if (type.is("signature_delta")) {
        delta["signature"].appendTextTo(m_signature);
    } else if (type.is("input_json_delta") && m_block == Block::Tool) {
        const QByteArray arguments = delta["partial_json"].text();
        if (!arguments.isEmpty())
            sink.tool({int(data["index"].integer().value_or(0)), {}, {}, arguments});
    }
}

void EventReader::think(const QByteArray &text, StreamSink &sink)
{
    if (text.isEmpty())
        return;
    m_hasThought = true;
    sink.reasoning(text);
}

void EventReader::blockStop(JsonView data, StreamSink &sink)
{
    if (m_block == Block::Thinking && !m_signature.isEmpty())
        sink.signature(keptSignature(m_signature, m_hasThought));
    if (m_block == Block::Tool)
        sink.toolEnd(int(data["index"].integer().value_or(0)));
    m_block = Block::Other;
}

void EventReader::readUsage(JsonView usage, StreamSink &sink)
{
    if (m_usage.readObject(usage))
        sink.usage(*m_usage.tokens());
}

} // namespace

std::unique_ptr<StreamReader> makeStreamReader(const Target &)
{
    return std::make_unique<EventReader>();
}

} // namespace gatehouse::anthropic
