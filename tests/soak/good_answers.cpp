// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/good_answers.h"

#include "tests/soak/chance.h"
#include "tests/support/sse_script.h"

namespace gatehouse::soak {
namespace {

//! The stream, once in a while drop by drop.
FakeAnswer streamOf(const QByteArrayList &events, QRandomGenerator &random)
{
    if (!oneIn(random, 3))
        return FakeAnswer::stream(events);
    FakeAnswer answer = FakeAnswer::streamHead();
    for (const QByteArray &event : events)
        answer.chunk(event).pause(std::chrono::milliseconds(random.bounded(40)));
    return answer.lastChunk();
}

QByteArrayList pieces(QRandomGenerator &random)
{
    QByteArrayList texts;
    const int count = random.bounded(1, 25);
    for (int i = 0; i < count; ++i)
        texts.append(QByteArray::number(random.generate(), 36) + ' ');
    return texts;
}

FakeAnswer openAi(const FakeRequest &request, QRandomGenerator &random)
{
    if (request.target.endsWith("/models"))
        return FakeAnswer::json(R"({"object":"list","data":[{"id":"gpt-4o","object":"model"}]})");
    if (request.target.endsWith("/embeddings"))
        return FakeAnswer::json(R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":)"
                                R"([0.25,-0.5]}],"model":"m","usage":{"prompt_tokens":3,"total_tokens":3}})");
    if (request.target.endsWith("/audio/speech"))
        return FakeAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n"
                               "Transfer-Encoding: chunked\r\n\r\n")
            .chunk(someBytes(random, 40'000))
            .chunk(someBytes(random, 40'000))
            .lastChunk();
    if (!request.body.contains(R"("stream":true)"))
        return FakeAnswer::json(chatCompletion(someText(random)));
    SseScript script;
    script.role();
    for (const QByteArray &text : pieces(random))
        script.text(text);
    script.finish();
    if (request.body.contains("include_usage"))
        script.usage(7, 5);
    return streamOf(script.done().events(), random);
}

FakeAnswer anthropic(const FakeRequest &request, QRandomGenerator &random)
{
    if (request.target.contains("/models"))
        return FakeAnswer::json(R"({"data":[{"id":"claude","type":"model"}],"has_more":false})");
    if (request.target.endsWith("/count_tokens"))
        return FakeAnswer::json(R"({"input_tokens":12})");
    if (!request.body.contains(R"("stream":true)"))
        return FakeAnswer::json(
            R"({"id":"msg_1","type":"message","role":"assistant","model":"claude","content":)"
            R"([{"type":"text","text":")" +
            someText(random) +
            R"("}],"stop_reason":"end_turn","usage":{"input_tokens":5,"output_tokens":2}})");
    SseScript script;
    script.event(
        "message_start",
        R"({"type":"message_start","message":{"id":"msg_1","role":"assistant","usage":{"input_tokens":5}}})");
    script.event("content_block_start",
                 R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})");
    for (const QByteArray &text : pieces(random))
        script.event("content_block_delta",
                     R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":")" +
                         text + R"("}})");
    script.event("content_block_stop", R"({"type":"content_block_stop","index":0})");
    script.event(
        "message_delta",
        R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}})");
    return streamOf(script.event("message_stop", R"({"type":"message_stop"})").events(), random);
}

QByteArray contents(const QByteArray &text, bool last)
{
    return R"({"candidates":[{"content":{"role":"model","parts":[{"text":")" + text + R"("}]})" +
           (last ? R"(,"finishReason":"STOP")" : "") +
           R"(,"index":0}],"usageMetadata":{"promptTokenCount":4,"candidatesTokenCount":3,"totalTokenCount":7}})";
}

FakeAnswer gemini(const FakeRequest &request, QRandomGenerator &random)
{
    if (request.target.contains(":countTokens"))
        return FakeAnswer::json(R"({"totalTokens":9})");
    if (request.target.contains(":batchEmbedContents"))
        return FakeAnswer::json(R"({"embeddings":[{"values":[0.25,-0.5]}]})");
    if (request.target.contains(":embedContent"))
        return FakeAnswer::json(R"({"embedding":{"values":[0.25,-0.5]}})");
    if (request.target.contains(":generateContent"))
        return FakeAnswer::json(contents(someText(random), true));
    if (!request.target.contains(":streamGenerateContent"))
        return FakeAnswer::json(R"({"models":[{"name":"models/gemini-2.5-flash"}]})");
    SseScript script("\r\n");
    for (const QByteArray &text : pieces(random))
        script.data(contents(text, false));
    return streamOf(script.data(contents("end", true)).events(), random);
}

} // namespace

FakeAnswer goodAnswer(const QByteArray &dialect, const FakeRequest &request, QRandomGenerator &random)
{
    if (dialect == "anthropic")
        return anthropic(request, random);
    return dialect == "gemini" ? gemini(request, random) : openAi(request, random);
}

} // namespace gatehouse::soak
