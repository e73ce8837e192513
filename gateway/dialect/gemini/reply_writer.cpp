// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/reply_writer.h"

#include "gateway/dialect/gemini/reply_parts.h"
#include "gateway/dialect/gemini/words.h"
#include "gateway/dialect/signature.h"

#include <utility>

namespace gatehouse::gemini {
namespace {

void writeParts(JsonWriter &json, const QList<ChatPart> &parts)
{
    QByteArray signature; // for the next part
    json.openArray("parts");
    for (const ChatPart &part : parts) {
        if (const auto *reasoning = part.as<ReasoningPart>()) {
            if (!signature.isEmpty())
                writeTextPart(json, {}, false, std::exchange(signature, {}));
            const QByteArray own = wrapSignatureAsBytes(reasoning->signature);
            if (reasoning->redacted || !reasoning->text.isEmpty())
                writeTextPart(json, reasoning->text, true, reasoning->redacted ? own : QByteArray());
            if (!reasoning->redacted)
                signature = own;
        } else if (const auto *text = part.as<TextPart>()) {
            writeTextPart(json, text->text, false, std::exchange(signature, {}));
        } else if (const auto *refusal = part.as<RefusalPart>()) {
            writeTextPart(json, refusal->text, false, std::exchange(signature, {}));
        } else if (const auto *call = part.as<ToolCallPart>()) {
            writeCallPart(json, call->id, call->name, call->arguments, std::exchange(signature, {}));
        }
    }
    if (!signature.isEmpty() || parts.isEmpty())
        writeTextPart(json, {}, false, signature);
    json.closeArray();
}

} // namespace

QByteArray writeReply(const ChatReply &reply, const ReplyContext &context)
{
    QByteArray body;
    JsonWriter json(body);
    json.openObject().openArray("candidates").openObject().openObject("content");
    writeParts(json, reply.parts);
    json.text("role", "model").closeObject();
    json.text("finishReason", finishReasonOf(reply.stop.value_or(StopNote{}).reason)).number("index", 0);
    json.closeObject().closeArray();
    if (reply.usage)
        writeUsage(json, *reply.usage);
    json.text("modelVersion", context.model);
    json.text("responseId", reply.id.isEmpty() ? context.token : reply.id).closeObject();
    return body;
}

} // namespace gatehouse::gemini
