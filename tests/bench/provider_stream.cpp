// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/provider_stream.h"

#include "gateway/dialect/json_writer.h"

#include <algorithm>
#include <functional>

namespace gatehouse::bench {
namespace {

constexpr int eventsOfACall = 250;
constexpr int wholeCalls = 50;

//! Tokens as models send them: short, some with what has to be escaped, some not ASCII.
QByteArrayView word(int n)
{
    static constexpr QByteArrayView words[] = {" the", " function",   " returns", "\n\n",   " a",  " value",
                                               ".",    " \"quoted\"", " können",  " which", " is", ",",
                                               " not", " 你",         " `code",   "_name`"};
    return words[n % int(std::size(words))];
}

//! The arguments of a call, cut as a model's tokens cut them: an object with one long text.
QByteArrayView piece(int n, int last)
{
    static constexpr QByteArrayView pieces[] = {"    if", " (x", " ==",      " 1", ")\\n", "  return",
                                                " \\\"",  "ok",  "\\\";\\n", "//", " so",  "me text"};
    if (n == 0)
        return R"({"path":"src/main.cpp","text":")";
    return n == last ? QByteArrayView(R"("})") : pieces[n % int(std::size(pieces))];
}

using Fill = std::function<void(JsonWriter &json)>;

QByteArray event(QByteArrayView name, const Fill &fill)
{
    QByteArray bytes;
    if (!name.isEmpty())
        bytes.append("event: ").append(name).append('\n');
    bytes.append("data: ");
    JsonWriter json(bytes);
    json.openObject();
    fill(json);
    json.closeObject();
    return bytes.append("\n\n");
}

QByteArray chunk(const Fill &delta, bool last = false)
{
    return event({}, [&](JsonWriter &json) {
        json.text("id", "chatcmpl-CkQ2v7YhT1xWc5Vn0aBdEfGhIjKlM").text("object", "chat.completion.chunk");
        json.number("created", 1'764'000'000).text("model", "gpt-4o-2024-08-06");
        json.text("service_tier", "default").text("system_fingerprint", "fp_e819e3438b");
        json.openArray("choices").openObject().number("index", 0).openObject("delta");
        delta(json);
        json.closeObject().null("logprobs");
        if (last)
            json.text("finish_reason", "stop");
        else
            json.null("finish_reason");
        json.closeObject().closeArray().null("usage").text("obfuscation", "hK3vQ9x");
    });
}

QByteArrayList openAiStream(StreamKind kind, int events)
{
    QByteArrayList stream{
        chunk([](JsonWriter &json) { json.text("role", "assistant").text("content", "").null("refusal"); })};
    for (int n = 0; n < events; ++n) {
        stream.append(chunk([&](JsonWriter &json) {
            if (kind == StreamKind::Text) {
                json.text("content", word(n));
                return;
            }
            const int call = n / eventsOfACall;
            const int at = n % eventsOfACall;
            json.openArray("tool_calls").openObject().number("index", call);
            if (at == 0)
                json.text("id", QByteArray("call_Zb7Hk2Qw9_" + QByteArray::number(call)))
                    .text("type", "function");
            json.openObject("function");
            if (at == 0)
                json.text("name", "write_file");
            json.text("arguments", piece(at, eventsOfACall - 1));
            json.closeObject().closeObject().closeArray();
        }));
    }
    stream.append(chunk([](JsonWriter &) {}, true));
    stream.append(event({}, [](JsonWriter &json) {
        json.text("id", "chatcmpl-CkQ2v7YhT1xWc5Vn0aBdEfGhIjKlM").openArray("choices").closeArray();
        json.openObject("usage").number("prompt_tokens", 1200).number("completion_tokens", 2000);
        json.openObject("prompt_tokens_details").number("cached_tokens", 1024).closeObject().closeObject();
    }));
    stream.append("data: [DONE]\n\n");
    return stream;
}

QByteArray messageEvent(QByteArrayView type, const Fill &fill)
{
    return event(type, [&](JsonWriter &json) {
        json.text("type", type);
        fill(json);
    });
}

void addBlock(QByteArrayList &stream, StreamKind kind, int index, int events)
{
    stream.append(messageEvent("content_block_start", [&](JsonWriter &json) {
        json.number("index", index).openObject("content_block");
        if (kind == StreamKind::Text)
            json.text("type", "text").text("text", "");
        else
            json.text("type", "tool_use")
                .text("id", QByteArray("toolu_01A09q90qw90lq917835lq" + QByteArray::number(index)))
                .text("name", "write_file")
                .raw("input", "{}");
        json.closeObject();
    }));
    for (int n = 0; n < events; ++n) {
        stream.append(messageEvent("content_block_delta", [&](JsonWriter &json) {
            json.number("index", index).openObject("delta");
            if (kind == StreamKind::Text)
                json.text("type", "text_delta").text("text", word(n));
            else
                json.text("type", "input_json_delta").text("partial_json", piece(n, events - 1));
            json.closeObject();
        }));
    }
    stream.append(messageEvent("content_block_stop", [&](JsonWriter &json) { json.number("index", index); }));
}

QByteArrayList anthropicStream(StreamKind kind, int events)
{
    QByteArrayList stream{messageEvent("message_start", [](JsonWriter &json) {
        json.openObject("message").text("id", "msg_01XFDUDYJgAACzvnptvVoYEL").text("type", "message");
        json.text("role", "assistant").text("model", "claude-sonnet-4-5").raw("content", "[]");
        json.null("stop_reason").null("stop_sequence").openObject("usage").number("input_tokens", 176);
        json.number("cache_read_input_tokens", 1024).number("output_tokens", 1).closeObject().closeObject();
    })};
    stream.append(messageEvent("ping", [](JsonWriter &) {}));
    const int ofABlock = kind == StreamKind::Text ? events : eventsOfACall;
    for (int block = 0; block * ofABlock < events; ++block)
        addBlock(stream, kind, block, std::min(ofABlock, events - block * ofABlock));
    stream.append(messageEvent("message_delta", [&](JsonWriter &json) {
        json.openObject("delta").text("stop_reason", kind == StreamKind::Text ? "end_turn" : "tool_use");
        json.null("stop_sequence").closeObject();
        json.openObject("usage").number("output_tokens", 2000).closeObject();
    }));
    stream.append(messageEvent("message_stop", [](JsonWriter &) {}));
    return stream;
}

QByteArrayList geminiStream(StreamKind kind, int events)
{
    const int count = kind == StreamKind::Text ? events : std::min(events, wholeCalls);
    QByteArrayList stream;
    for (int n = 0; n < count; ++n) {
        stream.append(event({}, [&](JsonWriter &json) {
            json.openArray("candidates").openObject().openObject("content").openArray("parts").openObject();
            if (kind == StreamKind::Text)
                json.text("text", word(n));
            else
                json.openObject("functionCall")
                    .text("name", "write_file")
                    .raw("args", R"({"path":"src/main.cpp","text":"if (x == 1)\n    return \"ok\";\n"})")
                    .closeObject();
            json.closeObject().closeArray().text("role", "model").closeObject();
            if (n + 1 == count)
                json.text("finishReason", "STOP");
            json.number("index", 0).closeObject().closeArray();
            json.openObject("usageMetadata").number("promptTokenCount", 1200);
            json.number("candidatesTokenCount", n + 1).number("totalTokenCount", 1201 + n);
            json.openArray("promptTokensDetails").openObject().text("modality", "TEXT");
            json.number("tokenCount", 1200).closeObject().closeArray().closeObject();
            json.text("modelVersion", "gemini-2.5-pro").text("responseId", "mHhSaNqRM7-Oz7IPm5jA0Qo");
        }));
    }
    return stream;
}

} // namespace

QByteArrayList providerStream(Dialect dialect, StreamKind kind, int events)
{
    switch (dialect) {
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi:
        break;
    case Dialect::Anthropic:
        return anthropicStream(kind, events);
    case Dialect::Gemini:
        return geminiStream(kind, events);
    }
    return openAiStream(kind, events);
}

} // namespace gatehouse::bench
