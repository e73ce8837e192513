// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/response_reader.h"

#include "gateway/dialect/gemini/words.h"
#include "gateway/dialect/tool_arguments.h"

#include <QRandomGenerator>
#include <QString>

namespace gatehouse::gemini {

void ResponseReader::read(JsonView response, StreamSink &sink)
{
    if (m_id.isEmpty()) {
        const QByteArray id = response["responseId"].text();
        m_id = QByteArray(id.constData(), id.size());
        if (!m_id.isEmpty())
            sink.start(m_id);
    }
    const JsonView usage = response["usageMetadata"];
    if (m_usage.readObject(usage))
        sink.usage(*m_usage.tokens());
    for (const JsonView candidate : response["candidates"]) {
        for (const JsonView part : candidate["content"]["parts"])
            readPart(part, sink);
        const JsonView reason = candidate["finishReason"];
        if (const auto failure = failureOf(reason, m_content))
            sink.error(*failure);
        else if (const auto stop = stopNoteOf(reason))
            sink.mayStop(*stop); // some give a reason with every piece
        break;                   // more than one is never asked for
    }
    const JsonView feedback = response["promptFeedback"];
    if (feedback["blockReason"].isString() && response["candidates"].isEmpty()) {
        if (const QByteArray why = feedback["blockReasonMessage"].text(); !why.isEmpty())
            sink.refusal(why);
        sink.stop({StopReason::Refusal});
    }
}

void ResponseReader::readPart(JsonView part, StreamSink &sink)
{
    const QByteArray text = part["text"].text();
    const bool thought = part["thought"].boolean().value_or(false);
    const QByteArray signature = part["thoughtSignature"].text();
    if (thought && !text.isEmpty())
        sink.reasoning(text);
    if (!signature.isEmpty())
        sink.signature(signature);
    if (!thought && !text.isEmpty())
        sink.text(text);
    const JsonView picture = part["inlineData"];
    if (!thought && picture["mimeType"].text().startsWith("image/") && picture["data"].isString())
        sink.image({picture["mimeType"].text(), picture["data"].text(), {}});
    m_content = m_content || (!thought && !text.isEmpty()) || part["functionCall"] || part["inlineData"];
    if (part["functionCall"].isObject())
        readCall(part["functionCall"], sink);
}

void ResponseReader::readCall(JsonView call, StreamSink &sink)
{
    const QByteArray given = call["id"].text();
    const QByteArray id = given.isEmpty() ? madeId() : given;
    const QByteArray name = call["name"].text();
    const QByteArray arguments =
        call["args"].isObject() ? argumentsObject(call["args"].raw()) : QByteArray("{}");
    sink.tool({m_calls, id, name, arguments});
    sink.toolEnd(m_calls++);
}

//! An id that no other turn of the conversation has, where the provider gives none.
QByteArray ResponseReader::madeId()
{
    if (m_id.isEmpty())
        m_id = QByteArray::number(QRandomGenerator::global()->generate64(), 16);
    return "call_" + m_id + '_' + QByteArray::number(m_calls);
}

} // namespace gatehouse::gemini
