// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/item_writer.h"

#include "gateway/dialect/openai_responses/tool_namespace.h"
#include "gateway/dialect/signature.h"

#include <algorithm>

namespace gatehouse::openai_responses {
namespace {

constexpr QByteArrayView redactedMark = "redacted:";

void writeMessage(JsonWriter &json, const Item &item, bool begun)
{
    json.text("type", "message").text("status", begun ? "in_progress" : "completed");
    json.text("role", "assistant").openArray("content");
    if (!begun)
        writeContent(json, item, false);
    json.closeArray();
}

void writeReasoning(JsonWriter &json, const Item &item, bool begun, bool withSealed)
{
    json.text("type", "reasoning").openArray("summary");
    if (!begun && !item.text.isEmpty())
        json.openObject().text("type", "summary_text").text("text", item.text).closeObject();
    json.closeArray();
    if (withSealed && !item.sealed.isEmpty())
        json.text("encrypted_content", item.sealed);
}

void writeCall(JsonWriter &json, const Item &item, bool begun)
{
    json.text("type", item.freeform ? "custom_tool_call" : "function_call");
    json.text("status", begun ? "in_progress" : "completed");
    json.text("call_id", item.callId);
    writeToolName(json, item.name);
    json.text(item.freeform ? "input" : "arguments", begun ? QByteArrayView("") : QByteArrayView(item.text));
}

void writeImage(JsonWriter &json, const Item &item, bool begun)
{
    json.text("type", "image_generation_call").text("status", begun ? "in_progress" : "completed");
    if (begun)
        json.null("result");
    else
        json.text("result", QByteArrayView(item.text).sliced(item.text.indexOf(',') + 1));
}

} // namespace

QByteArray itemId(PartKind kind, bool freeform, const QByteArray &token, qsizetype number)
{
    QByteArray id = "msg_";
    if (kind == PartKind::ToolCall)
        id = freeform ? "ctc_" : "fc_";
    else if (kind == PartKind::Reasoning || kind == PartKind::RedactedReasoning)
        id = "rs_";
    else if (kind == PartKind::Image)
        id = "ig_";
    id += token;
    id += '_';
    id += QByteArray::number(number);
    return id;
}

QByteArrayView tokenOf(QByteArrayView id)
{
    const qsizetype begin = id.indexOf('_') + 1;
    const qsizetype end = id.lastIndexOf('_');
    if (end <= begin)
        return {};
    const QByteArrayView token = id.sliced(begin, end - begin);
    const bool hex = std::all_of(token.begin(), token.end(),
                                 [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    return hex ? token : QByteArrayView();
}

void writeItem(JsonWriter &json, const Item &item, bool begun, bool withSealed)
{
    json.openObject().text("id", item.id);
    switch (item.kind) {
    case PartKind::Text:
    case PartKind::Refusal:
        writeMessage(json, item, begun);
        break;
    case PartKind::Reasoning:
    case PartKind::RedactedReasoning:
        writeReasoning(json, item, begun, withSealed);
        break;
    case PartKind::ToolCall:
        writeCall(json, item, begun);
        break;
    case PartKind::Image:
        writeImage(json, item, begun);
    }
    json.closeObject();
}

void writeContent(JsonWriter &json, const Item &item, bool begun)
{
    const QByteArrayView said = begun ? QByteArrayView("") : QByteArrayView(item.text);
    json.openObject();
    if (item.kind == PartKind::Refusal)
        json.text("type", "refusal").text("refusal", said);
    else
        json.text("type", "output_text").text("text", said).raw("annotations", "[]").raw("logprobs", "[]");
    json.closeObject();
}

QByteArray sealReasoning(const Signature &signature, bool redacted)
{
    if (!redacted)
        return wrapSignature(signature);
    const QByteArray value = redactedMark.toByteArray() + signature.value;
    return wrapSignature({signature.origin, value});
}

ReasoningPart unsealReasoning(QByteArrayView sealed)
{
    ReasoningPart reasoning;
    reasoning.signature = unwrapSignature(sealed);
    QByteArray &value = reasoning.signature.value;
    if (!reasoning.signature.origin.isEmpty() && value.startsWith(redactedMark)) {
        reasoning.redacted = true;
        value = value.mid(redactedMark.size());
    }
    return reasoning;
}

} // namespace gatehouse::openai_responses
