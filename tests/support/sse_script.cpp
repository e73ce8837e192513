// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sse_script.h"

namespace gatehouse {
namespace {

constexpr char chunkBegin[] =
    R"({"id":"chatcmpl-1","object":"chat.completion.chunk","created":1764000000,"model":"m",)";

} // namespace

SseScript::SseScript(const QByteArray &lineEnd)
    : m_lineEnd(lineEnd)
{
}

SseScript &SseScript::role()
{
    return delta(R"({"role":"assistant","content":""})");
}

SseScript &SseScript::text(const QByteArray &text)
{
    return delta(R"({"content":")" + text + R"("})");
}

SseScript &SseScript::finish(const QByteArray &reason)
{
    return delta("{}", '"' + reason + '"');
}

SseScript &SseScript::usage(int prompt, int completion)
{
    return data(chunkBegin + QByteArray(R"("choices":[],"usage":{"prompt_tokens":)") +
                QByteArray::number(prompt) + R"(,"completion_tokens":)" + QByteArray::number(completion) +
                R"(,"total_tokens":)" + QByteArray::number(prompt + completion) + "}}");
}

SseScript &SseScript::done()
{
    return data("[DONE]");
}

SseScript &SseScript::comment(const QByteArray &text)
{
    m_events.append(": " + text + m_lineEnd + m_lineEnd);
    return *this;
}

SseScript &SseScript::delta(const QByteArray &delta, const QByteArray &finishReason)
{
    return data(chunkBegin + QByteArray(R"("choices":[{"index":0,"delta":)") + delta +
                R"(,"finish_reason":)" + finishReason + R"(}],"usage":null})");
}

SseScript &SseScript::data(const QByteArray &data)
{
    m_events.append("data: " + data + m_lineEnd + m_lineEnd);
    return *this;
}

SseScript &SseScript::event(const QByteArray &name, const QByteArray &data)
{
    m_events.append("event: " + name + m_lineEnd + "data: " + data + m_lineEnd + m_lineEnd);
    return *this;
}

SseScript shortChat(const QByteArray &lineEnd)
{
    return SseScript(lineEnd).role().text("Hel").text("lo").finish();
}

QByteArray chatCompletion(const QByteArray &text)
{
    return R"({"id":"chatcmpl-1","object":"chat.completion","created":1764000000,"model":"m","choices":[{"index":0,)"
           R"("message":{"role":"assistant","content":")" +
           text +
           R"("},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}})";
}

} // namespace gatehouse
