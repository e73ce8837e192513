// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/reply_parts.h"

#include "gateway/dialect/tool_arguments.h"

namespace gatehouse::gemini {
namespace {

void close(JsonWriter &json, QByteArrayView signature)
{
    if (!signature.isEmpty())
        json.text("thoughtSignature", signature);
    json.closeObject();
}

} // namespace

void writeTextPart(JsonWriter &json, QByteArrayView text, bool thought, QByteArrayView signature)
{
    json.openObject().text("text", text);
    if (thought)
        json.flag("thought", true);
    close(json, signature);
}

void writeCallPart(JsonWriter &json, QByteArrayView id, QByteArrayView name, QByteArrayView arguments,
                   QByteArrayView signature)
{
    json.openObject().openObject("functionCall").text("id", id).text("name", name);
    json.raw("args", argumentsObject(arguments)).closeObject();
    close(json, signature);
}

} // namespace gatehouse::gemini
