// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/reply_reader.h"
#include "gateway/dialect/openai_chat/words.h"
#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/sse_reader.h"

#include <utility>

namespace gatehouse::openai_chat {
namespace {

//! Takes chunks apart, each into thoughts, text and calls, in this order (translation rules, B4.9).
class ChunkReader final : public SseReader
{
public:
    explicit ChunkReader(bool promptOmitsCached)
        : m_promptOmitsCached(promptOmitsCached)
    {
    }

private:
    void event(QByteArrayView, JsonView data, StreamSink &sink) override
    {
        if (data["base_resp"]["status_code"].integer().value_or(0) != 0)
            return sink.error(readProviderError(0, data));
        for (const JsonView choice : data["choices"]) {
            if (choice["index"].integer().value_or(0) != 0)
                continue;
            if (!std::exchange(m_started, true))
                sink.start(data["id"].text());
            readDelta(choice["delta"], sink);
            if (const JsonView finish = choice["finish_reason"]; finish.isString() && !finish.is(""))
                sink.stop({stopReasonOf(finish.text())});
        }
        if (readUsage(m_usage, data))
            sink.usage(tokensOf(m_usage, m_promptOmitsCached));
    }

    static void say(QByteArrayView text, void (StreamSink::*what)(QByteArrayView), StreamSink &sink)
    {
        if (!text.isEmpty())
            (sink.*what)(text);
    }

    void readDelta(JsonView delta, StreamSink &sink)
    {
        say(reasoningOf(delta), &StreamSink::reasoning, sink);
        const JsonView content = delta["content"];
        if (content.isString())
            say(content.text(), &StreamSink::text, sink);
        else if (content.isArray())
            readParts(content, sink);
        say(delta["refusal"].text(), &StreamSink::refusal, sink);
        for (const JsonView call : delta["tool_calls"])
            readCall(call, sink);
        if (const JsonView function = delta["function_call"]; function.isObject())
            readOldCall(function, sink);
    }

    //! The way before `tool_calls`: one call, without an id.
    static void readOldCall(JsonView function, StreamSink &sink)
    {
        const QByteArray name = function["name"].text();
        const QByteArray arguments = function["arguments"].text();
        sink.tool({0, "call_0", name, arguments});
    }

    static void readParts(JsonView content, StreamSink &sink)
    {
        for (const JsonView part : content) {
            if (!part["type"].is("thinking")) {
                say(part["text"].text(), &StreamSink::text, sink);
                continue;
            }
            for (const JsonView thought : part["thinking"])
                say(thought["text"].text(), &StreamSink::reasoning, sink);
        }
    }

    void readCall(JsonView call, StreamSink &sink)
    {
        // Ollama and others send whole calls, all under number 0, or under none: the id tells them apart.
        const QByteArray id = call["id"].text();
        const int index = int(call["index"].integer().value_or(m_unnumbered));
        if (!call["index"] && !id.isEmpty())
            ++m_unnumbered;
        const bool custom = call["type"].is("custom");
        const JsonView function = call[custom ? "custom" : "function"];
        const JsonView arguments = function[custom ? "input" : "arguments"];
        const QByteArray text = arguments.isObject() ? arguments.rawBytes() : arguments.text();
        const QByteArray name = function["name"].text();
        sink.tool({index, id, name, text});
    }

    UsageReader m_usage{Dialect::OpenAi};
    int m_unnumbered = 0;
    bool m_promptOmitsCached;
    bool m_started = false;
};

} // namespace

std::unique_ptr<StreamReader> makeStreamReader(const Target &target)
{
    return std::make_unique<ChunkReader>(target.host.promptOmitsCached);
}

} // namespace gatehouse::openai_chat
