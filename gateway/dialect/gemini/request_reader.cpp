// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/request_reader.h"

#include "gateway/dialect/gemini/config_reader.h"
#include "gateway/dialect/gemini/message_reader.h"
#include "gateway/dialect/gemini/schema.h"
#include "gateway/dialect/gemini/words.h"

using namespace Qt::StringLiterals;

namespace gatehouse::gemini {
namespace {

void readFunction(JsonView function, ChatRequest &request)
{
    const JsonView plain = field(function, "parametersJsonSchema");
    request.tools.append(
        {.name = function["name"].text(),
         .description = function["description"].text(),
         .schema = plain.isObject() ? plain.rawBytes() : jsonSchema(function["parameters"])});
}

//! One of `tools`, whose members are kinds of tools.
void readTool(JsonView tool, ChatRequest &request)
{
    for (const JsonView member : tool) {
        const QByteArray kind = member.key();
        if (kind == "functionDeclarations" || kind == "function_declarations") {
            for (const JsonView function : member)
                readFunction(function, request);
            continue;
        }
        const bool search = kind.startsWith("googleSearch") || kind.startsWith("google_search");
        request.tools.append({.kind = ChatTool::BuiltIn,
                              .name = search ? QByteArray("web_search") : kind,
                              .definition = tool.rawBytes()});
    }
}

void readToolChoice(JsonView config, ChatRequest &request)
{
    const JsonView calling = field(config, "functionCallingConfig");
    const QByteArray mode = calling["mode"].text().toUpper();
    ToolChoice &choice = request.toolChoice;
    for (const JsonView name : field(calling, "allowedFunctionNames"))
        choice.names.append(name.text());
    if (mode == "ANY")
        choice.mode = choice.names.size() == 1 ? ToolChoice::Named : ToolChoice::Any;
    else if (mode == "NONE")
        choice.mode = ToolChoice::None;
    else if (mode == "AUTO" || mode == "VALIDATED" || !choice.names.isEmpty())
        choice.mode = ToolChoice::Auto;
}

} // namespace

Result<ChatRequest> readRequest(const ClientRequest &in)
{
    JsonDocument document;
    JsonView root = document.parseObject(in.body);
    if (!root)
        return Error{400, "invalid_request_error", "invalid_json", QString::fromUtf8(document.problem())};
    if (const JsonView counted = field(root, "generateContentRequest"); counted.isObject())
        root = counted;
    ChatRequest request;
    request.model = in.model;
    request.stream = in.stream;
    request.refuseBuiltIns = true;
    if (field(root, "cachedContent"))
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"Cached content belongs to one provider, which does not serve this model."_s,
                     "cachedContent"};
    readSystem(field(root, "systemInstruction"), request);
    MessageReader messages(request);
    const JsonView contents = root["contents"];
    if (contents.isArray()) {
        for (const JsonView content : contents) {
            if (auto error = messages.read(content))
                return *std::move(error);
        }
    } else if (contents) {
        if (auto error = messages.read(contents))
            return *std::move(error);
    }
    if (root["tools"].isArray()) {
        for (const JsonView tool : root["tools"])
            readTool(tool, request);
    }
    readToolChoice(field(root, "toolConfig"), request);
    if (auto error = readConfig(field(root, "generationConfig"), request))
        return *std::move(error);
    if (const JsonView safety = field(root, "safetySettings"); safety && !safety.isEmpty())
        request.dropped.add("safetySettings");
    return request;
}

} // namespace gatehouse::gemini
