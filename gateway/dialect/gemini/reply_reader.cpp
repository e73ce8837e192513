// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/reply_reader.h"

#include "gateway/dialect/gemini/response_reader.h"
#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/sse_reader.h"

using namespace Qt::StringLiterals;

namespace gatehouse::gemini {
namespace {

//! Puts a whole answer together from what is found in it.
class Collector final : public StreamSink
{
public:
    void start(QByteArrayView id) override { reply.id = id.toByteArray(); }
    void text(QByteArrayView delta) override
    {
        if (auto *last = lastPart<TextPart>())
            last->text.append(delta);
        else
            reply.parts.append({TextPart{delta.toByteArray()}});
    }
    void reasoning(QByteArrayView delta) override
    {
        auto *last = lastPart<ReasoningPart>();
        if (last && last->signature.value.isEmpty())
            last->text.append(delta);
        else
            reply.parts.append({ReasoningPart{delta.toByteArray(), {}}});
    }
    void signature(QByteArrayView value) override
    {
        auto *last = lastPart<ReasoningPart>();
        if (last && last->signature.value.isEmpty())
            last->signature.value = value.toByteArray();
        else
            reply.parts.append({ReasoningPart{{}, {{}, value.toByteArray()}}});
    }
    void redactedReasoning(QByteArrayView) override {}
    void refusal(QByteArrayView delta) override { reply.parts.append({RefusalPart{delta.toByteArray()}}); }
    void tool(const ToolCallPiece &piece) override
    {
        reply.parts.append(
            {ToolCallPart{piece.id.toByteArray(), piece.name.toByteArray(), piece.arguments.toByteArray()}});
    }
    void toolEnd(int) override {}
    void image(const Media &media) override { reply.parts.append({ImagePart{media}}); }
    void usage(const TokenUsage &usage) override { reply.usage = usage; }
    void stop(const StopNote &stop) override { reply.stop = stop; }
    void done() override {}
    void error(const Error &error) override { failure = error; }

    ChatReply reply;
    std::optional<Error> failure;

private:
    template<typename T>
    T *lastPart()
    {
        return reply.parts.isEmpty() ? nullptr : reply.parts.last().as<T>();
    }
};

//! Takes a stream apart whose events are whole responses, each with the next piece of the answer.
class EventReader final : public SseReader
{
private:
    void event(QByteArrayView, JsonView data, StreamSink &sink) override { m_response.read(data, sink); }

    ResponseReader m_response;
};

} // namespace

Result<ChatReply> readReply(QByteArrayView body, const Target &)
{
    JsonDocument document;
    const JsonView root = document.parse(body);
    if (holdsError(root))
        return readProviderError(0, root);
    if (root["candidates"].isEmpty() && !root["promptFeedback"]["blockReason"].isString())
        return protocolError(u"gave an answer without content"_s);
    Collector collector;
    ResponseReader().read(root, collector);
    if (collector.failure)
        return *std::move(collector.failure);
    return std::move(collector.reply);
}

std::unique_ptr<StreamReader> makeStreamReader(const Target &)
{
    return std::make_unique<EventReader>();
}

} // namespace gatehouse::gemini
