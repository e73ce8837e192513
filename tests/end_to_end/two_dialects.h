// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/end_to_end/rig.h"

namespace gatehouse {

//! An event of Anthropic's; \a more: further members, each with a comma before it.
inline QByteArray messageEvent(const QByteArray &name, const QByteArray &more = {})
{
    return "event: " + name + "\ndata: {\"type\":\"" + name + '"' + more + "}\n\n";
}

//! A short stream of Anthropic's that says `Hello`, without its end.
inline QByteArrayList begunMessage()
{
    return {
        messageEvent("message_start",
                     R"(,"message":{"id":"msg_1","role":"assistant","usage":{"input_tokens":5}})"),
        messageEvent("content_block_start", R"(,"index":0,"content_block":{"type":"text","text":""})"),
        messageEvent("content_block_delta", R"(,"index":0,"delta":{"type":"text_delta","text":"Hello"})")};
}

inline QByteArrayList shortMessage()
{
    return begunMessage() +
           QByteArrayList{messageEvent("content_block_stop", R"(,"index":0)"),
                          messageEvent("message_delta",
                                       R"(,"delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2})"),
                          messageEvent("message_stop")};
}

//! A message of Anthropic's with these \a blocks.
inline QByteArray wholeMessage(const QByteArray &blocks = R"({"type":"text","text":"Hello"})",
                               const QByteArray &stop = "end_turn")
{
    return R"({"id":"msg_1","type":"message","role":"assistant","model":"claude","content":[)" + blocks +
           R"(],"stop_reason":")" + stop + R"(","usage":{"input_tokens":5,"output_tokens":2}})";
}

//! A request in Anthropic's dialect.
inline QByteArray messagesRequest(const QByteArray &model, const QByteArray &more = {},
                                  const QByteArray &path = "/v1/messages")
{
    return jsonRequest(path, R"({"model":")" + model +
                                 R"(","max_tokens":64,"messages":[{"role":"user","content":"Hi"}])" + more +
                                 '}');
}

//! `gatehoused` between a provider of each of two dialects: gpt-4o and claude; the routes `both` and
//! `reverse` lead to the two, OpenAI first and last.
struct TwoDialects
{
    RawAnswer ask(const QByteArray &request) const { return exchange(gateway.port(), request); }
    void reset()
    {
        openAi.reset();
        anthropic.reset();
    }

    FakeProvider openAi;
    FakeProvider anthropic;
    GatehouseProcess gateway{
        configWith({providerAt(openAi.port(), "open", "gpt-4o", once),
                    providerAt(anthropic.port(), "ant", "claude", once)
                        .replace(R"("dialect":"openai")", R"("dialect":"anthropic")")},
                   R"(,"routes":[{"model":"both","targets":[{"provider":"open","model":"gpt-4o"},)"
                   R"({"provider":"ant","model":"claude"}]},{"model":"reverse","targets":[)"
                   R"({"provider":"ant","model":"claude"},{"provider":"open","model":"gpt-4o"}]}])" +
                       noCooldown),
        {},
        {fakeKeyVariable}};

    static constexpr char once[] = R"(,"retry":{"attempts":1})";
};

} // namespace gatehouse
