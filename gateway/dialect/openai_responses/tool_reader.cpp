// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/tool_reader.h"

#include "gateway/dialect/openai_responses/tool_namespace.h"

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

//! The tools of a group, whose description stands before that of the first.
void readGroup(JsonView group, ChatRequest &request)
{
    QByteArray told = group["description"].text();
    for (const JsonView inner : group["tools"]) {
        ChatTool tool = readTool(inner);
        tool.name = groupedName(group["name"].text(), tool.name);
        if (!told.isEmpty())
            tool.description = told + (tool.description.isEmpty() ? "" : "\n\n") + tool.description;
        told.clear();
        request.tools.append(std::move(tool));
    }
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
    for (const JsonView tool : root["tools"]) {
        if (tool["type"].is("namespace"))
            readGroup(tool, request);
        else
            request.tools.append(readTool(tool));
    }
    const JsonView choice = root["tool_choice"];
    const JsonView type = choice["type"];
    if (choice.isString()) {
        request.toolChoice.mode = modeNamed(choice);
    } else if (type.is("allowed_tools")) {
        request.toolChoice.mode = modeNamed(choice["mode"]);
        for (const JsonView tool : choice["tools"])
            request.toolChoice.names.append(tool["name"] ? groupedName(tool) : tool["type"].text());
    } else if (type.is("function") || type.is("custom")) {
        request.toolChoice = {ToolChoice::Named, {groupedName(choice)}};
    } else if (choice) {
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"The provider of this model does not have the tool \"%1\"."_s.arg(
                         QString::fromUtf8(type.text())),
                     "tool_choice"};
    }
    return {};
}

} // namespace gatehouse::openai_responses
