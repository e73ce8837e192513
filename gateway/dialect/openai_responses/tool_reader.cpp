// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/tool_reader.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace gatehouse::openai_responses {
namespace {

//! What a freeform tool is for; a grammar, which no other provider enforces, is told in words.
QByteArray freeformDescription(JsonView tool)
{
    QByteArray description = tool["description"].text();
    const JsonView format = tool["format"];
    if (!format["type"].is("grammar"))
        return description;
    const QByteArray grammar =
        "The input must follow this " + format["syntax"].text() + " grammar:\n" + format["definition"].text();
    return description.isEmpty() ? grammar : QByteArray(description + "\n\n" + grammar);
}

ChatTool readTool(JsonView tool)
{
    const JsonView type = tool["type"];
    if (type.is("function")) {
        const JsonView schema = tool["parameters"];
        return {.name = tool["name"].text(),
                .description = tool["description"].text(),
                .schema = schema.isObject() ? schema.rawBytes() : QByteArray(),
                .strict = tool["strict"].boolean()};
    }
    if (type.is("custom"))
        return {.kind = ChatTool::Freeform,
                .name = tool["name"].text(),
                .description = freeformDescription(tool)};
    return {.kind = ChatTool::BuiltIn, .name = type.text(), .definition = tool.rawBytes()};
}

ToolChoice::Mode modeNamed(JsonView word)
{
    if (word.is("auto"))
        return ToolChoice::Auto;
    if (word.is("required"))
        return ToolChoice::Any;
    return word.is("none") ? ToolChoice::None : ToolChoice::Unset;
}

} // namespace

std::optional<Error> readTools(JsonView root, ChatRequest &request)
{
    for (const JsonView tool : root["tools"])
        request.tools.append(readTool(tool));
    const JsonView choice = root["tool_choice"];
    const JsonView type = choice["type"];
    if (choice.isString()) {
        request.toolChoice.mode = modeNamed(choice);
    } else if (type.is("allowed_tools")) {
        request.toolChoice.mode = modeNamed(choice["mode"]);
        for (const JsonView tool : choice["tools"])
            request.toolChoice.names.append(tool["name"] ? tool["name"].text() : tool["type"].text());
    } else if (type.is("function") || type.is("custom")) {
        request.toolChoice = {ToolChoice::Named, {choice["name"].text()}};
    } else if (choice) {
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"The provider of this model does not have the tool \"%1\"."_s.arg(
                         QString::fromUtf8(type.text())),
                     "tool_choice"};
    }
    return {};
}

} // namespace gatehouse::openai_responses
