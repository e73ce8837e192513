// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/answer_outline.h"

#include "gateway/dialect/sse_reader.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString textOf(QByteArrayView utf8)
{
    return QString::fromUtf8(utf8);
}

//! Puts the pieces of a stream together.
class Outliner final : public StreamSink
{
public:
    AnswerOutline take();

    void start(QByteArrayView) override {}
    void text(QByteArrayView delta) override { m_text.append(delta); }
    void reasoning(QByteArrayView delta) override { m_reasoning.append(delta); }
    void signature(QByteArrayView) override {}
    void redactedReasoning(QByteArrayView) override {}
    void refusal(QByteArrayView delta) override { m_text.append(delta); }
    void tool(const ToolCallPiece &piece) override;
    void toolEnd(int) override {}
    void usage(const TokenUsage &) override {}
    void stop(const StopNote &) override {}
    void done() override {}
    void error(const Error &error) override { m_text.append(error.message.toUtf8()); }

private:
    struct Call
    {
        int index;
        QByteArray id;
        QByteArray name;
        QByteArray arguments;
    };
    QByteArray m_text; // bytes: a delta may end within a character
    QByteArray m_reasoning;
    QList<Call> m_calls;
};

void Outliner::tool(const ToolCallPiece &piece)
{
    auto call = std::find_if(m_calls.rbegin(), m_calls.rend(),
                             [&](const Call &known) { return piece.isOf(known.index, known.id); });
    if (call == m_calls.rend()) {
        m_calls.append({piece.index, piece.id.toByteArray(), {}, {}});
        call = m_calls.rbegin();
    }
    call->name.append(piece.name);
    call->arguments.append(piece.arguments);
}

AnswerOutline Outliner::take()
{
    AnswerOutline outline{textOf(m_text), textOf(m_reasoning)};
    for (const Call &call : std::as_const(m_calls))
        outline.tools.append({textOf(call.name), textOf(call.arguments)});
    return outline;
}

AnswerOutline outlineOfParts(const QList<ChatPart> &parts)
{
    AnswerOutline outline;
    for (const ChatPart &part : parts) {
        if (const auto *text = part.as<TextPart>())
            outline.text += textOf(text->text);
        else if (const auto *refusal = part.as<RefusalPart>())
            outline.text += textOf(refusal->text);
        else if (const auto *reasoning = part.as<ReasoningPart>())
            outline.reasoning += textOf(reasoning->text);
        else if (const auto *call = part.as<ToolCallPart>())
            outline.tools.append({textOf(call->name), textOf(call->arguments)});
    }
    return outline;
}

//! A Responses object: only clients speak that dialect here, so it has no reader of its own.
AnswerOutline outlineOfResponse(JsonView response)
{
    AnswerOutline outline;
    for (JsonView item : response["output"]) {
        for (JsonView content : item["content"])
            outline.text += textOf(content[content["type"].is("refusal") ? "refusal" : "text"].text());
        for (JsonView summary : item["summary"])
            outline.reasoning += textOf(summary["text"].text());
        if (item["type"].is("function_call"))
            outline.tools.append({textOf(item["name"].text()), textOf(item["arguments"].text())});
        else if (item["type"].is("custom_tool_call"))
            outline.tools.append({textOf(item["name"].text()), textOf(item["input"].text())});
    }
    return outline;
}

//! The last event that carries the whole response tells it all.
class ResponsesStream final : public SseReader
{
public:
    AnswerOutline outline;

private:
    void event(QByteArrayView, JsonView data, StreamSink &) override
    {
        const JsonView response = data["response"];
        if (!response["output"].isEmpty())
            outline = outlineOfResponse(response);
    }
};

AnswerOutline outlineOfResponses(QByteArrayView answer)
{
    if (answer.trimmed().startsWith('{')) {
        JsonDocument document;
        return outlineOfResponse(document.parse(answer));
    }
    ResponsesStream stream;
    Outliner errors;
    stream.feed(answer, errors);
    stream.finish(errors);
    return stream.outline == AnswerOutline{} ? errors.take() : stream.outline;
}

Dialect dialectOf(ClientForm form)
{
    switch (form) {
    case ClientForm::Messages:
        return Dialect::Anthropic;
    case ClientForm::Gemini:
        return Dialect::Gemini;
    case ClientForm::ChatCompletions:
    case ClientForm::Responses:
        break;
    }
    return Dialect::OpenAi;
}

} // namespace

AnswerOutline outlineOf(ClientForm form, QByteArrayView answer)
{
    if (form == ClientForm::Responses)
        return outlineOfResponses(answer);
    const ProviderDialect &dialect = *providerDialect(dialectOf(form));
    Target target;
    target.dialect = dialectOf(form);
    if (answer.trimmed().startsWith('{')) {
        const Result<ChatReply> reply = dialect.readReply(answer, target);
        return reply ? outlineOfParts(reply->parts) : AnswerOutline{};
    }
    Outliner outliner;
    const auto reader = dialect.streamReader(target);
    reader->feed(answer, outliner);
    reader->finish(outliner);
    return outliner.take();
}

} // namespace gatehouse
