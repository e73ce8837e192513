// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/tools_writer.h"

#include "gateway/dialect/built_in_tools.h"
#include "gateway/dialect/gemini/schema.h"

#include <algorithm>

namespace gatehouse::gemini {
namespace {

constexpr char answerToolName[] = "structured_output";
constexpr char freeformSchema[] =
    R"({"type":"OBJECT","properties":{"input":{"type":"STRING"}},"required":["input"]})";

//! AUTO has no list of names: what may not be called is not offered.
bool isOffered(const ChatTool &tool, const ToolChoice &choice)
{
    return tool.kind != ChatTool::BuiltIn &&
           (choice.mode != ToolChoice::Auto || choice.names.isEmpty() || choice.names.contains(tool.name));
}

bool offersAny(const ChatRequest &request)
{
    return std::any_of(request.tools.cbegin(), request.tools.cend(),
                       [&](const ChatTool &tool) { return isOffered(tool, request.toolChoice); });
}

void writeFunction(JsonWriter &json, QByteArrayView name, const QByteArray &description,
                   const QByteArray &parameters)
{
    json.openObject().text("name", name);
    if (!description.isEmpty())
        json.text("description", description);
    if (!parameters.isEmpty())
        json.raw("parameters", parameters);
    json.closeObject();
}

void writeFunctions(JsonWriter &json, const ChatRequest &request, ProviderRequest &out)
{
    json.openArray("tools").openObject().openArray("functionDeclarations");
    for (const ChatTool &tool : request.tools) {
        if (isOffered(tool, request.toolChoice))
            writeFunction(json, out.names.sent(tool.name), tool.description,
                          tool.kind == ChatTool::Freeform ? QByteArray(freeformSchema)
                                                          : openApiSchema(tool.schema));
    }
    if (!out.answerTool.isEmpty())
        writeFunction(json, out.answerTool, "Gives the answer in the shape that is asked for.",
                      openApiSchema(request.output.schema));
    json.closeArray().closeObject().closeArray();
}

//! Google's search goes only without functions. The error, if any: 400 naming a tool.
std::optional<Error> writeBuiltIns(JsonWriter &json, const ChatRequest &request, bool functions,
                                   Dropped &dropped)
{
    bool searches = functions;
    for (const ChatTool &tool : request.tools) {
        if (tool.kind != ChatTool::BuiltIn)
            continue;
        if (tool.name.startsWith("web_search") && !std::exchange(searches, true)) {
            json.openArray("tools").openObject().raw("googleSearch", "{}").closeObject().closeArray();
        } else if (auto error = leaveOutBuiltIn(tool, request, dropped)) {
            return error;
        }
    }
    return {};
}

void writeChoice(JsonWriter &json, const ChatRequest &request, ProviderRequest &out)
{
    const ToolChoice &choice = request.toolChoice;
    QByteArrayView mode;
    QByteArrayList names;
    switch (choice.mode) {
    case ToolChoice::Unset:
        break;
    case ToolChoice::Auto:
        mode = "AUTO";
        break;
    case ToolChoice::None:
        mode = "NONE";
        break;
    case ToolChoice::Any:
        names = choice.names;
        mode = "ANY";
        break;
    case ToolChoice::Named:
        names = choice.names.first(std::min<qsizetype>(1, choice.names.size()));
        mode = "ANY";
    }
    if (!out.answerTool.isEmpty()) {
        if (choice.mode == ToolChoice::None)
            names = QByteArrayList{answerToolName};
        mode = "ANY";
    }
    if (mode.isEmpty())
        return;
    json.openObject("toolConfig").openObject("functionCallingConfig").text("mode", mode);
    if (!names.isEmpty()) {
        json.openArray("allowedFunctionNames");
        for (const QByteArray &name : std::as_const(names))
            json.text(out.names.sent(name));
        json.closeArray();
    }
    json.closeObject().closeObject();
}

} // namespace

bool shapesByTool(const ChatRequest &request, const Target &target)
{
    return request.output.kind != OutputFormat::Text && offersAny(request) &&
           target.traits.thinking != ThinkingControl::Level;
}

std::optional<Error> writeTools(JsonWriter &json, const ChatRequest &request, const Target &target,
                                ProviderRequest &out)
{
    const bool functions = offersAny(request);
    if (shapesByTool(request, target)) {
        // Without a schema there is nothing that a tool could take.
        if (request.output.kind == OutputFormat::JsonSchema)
            out.answerTool = out.names.sent(answerToolName);
        else
            out.dropped.add("response_format");
    }
    if (functions)
        writeFunctions(json, request, out);
    if (auto error = writeBuiltIns(json, request, functions, out.dropped))
        return error;
    if (functions)
        writeChoice(json, request, out);
    if (request.parallelTools && !*request.parallelTools && functions)
        out.dropped.add("parallel_tool_calls");
    return {};
}

} // namespace gatehouse::gemini
