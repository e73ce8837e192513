// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/tools_writer.h"

#include "gateway/dialect/anthropic/schema.h"
#include "gateway/dialect/anthropic/strict_schema.h"
#include "gateway/dialect/anthropic/web_search.h"
#include "gateway/dialect/built_in_tools.h"

namespace gatehouse::anthropic {
namespace {

constexpr char answerToolName[] = "structured_output";
constexpr char anyObject[] = R"({"type":"object","properties":{},"additionalProperties":true})";
constexpr char freeformSchema[] =
    R"({"type":"object","properties":{"input":{"type":"string"}},"required":["input"]})";

bool isOffered(const ChatTool &tool, const ToolChoice &choice)
{
    const bool restricted = choice.mode == ToolChoice::Auto || choice.mode == ToolChoice::Any;
    return !restricted || choice.names.isEmpty() || choice.names.contains(tool.name);
}

//! The list, opened with its first entry.
class ToolList final
{
public:
    ToolList(JsonWriter &json, ToolNames &names)
        : m_json(json)
        , m_names(names)
    {
    }

    void add(const ChatTool &tool, const Target &target, Dropped &dropped)
    {
        QByteArray schema =
            tool.kind == ChatTool::Freeform ? QByteArray(freeformSchema) : inputSchemaOf(tool.schema);
        const bool asks = tool.strict && target.traits.takesStrictTools;
        const bool tells = asks && (!*tool.strict || canBeStrict(schema));
        if (tells && *tool.strict)
            schema = strictSchema(schema);
        if (asks && !tells)
            dropped.add("tools.strict");
        open(tool.name, tool.description, schema);
        if (tells)
            m_json.flag("strict", *tool.strict);
        if (!tool.cacheControl.isEmpty())
            m_json.raw("cache_control", tool.cacheControl);
        m_json.closeObject();
    }
    void add(const QByteArray &name, const QByteArray &description, const QByteArray &schema)
    {
        open(name, description, schema);
        m_json.closeObject();
    }
    void addRaw(const QByteArray &definition)
    {
        begin();
        m_json.raw(definition);
    }
    bool close()
    {
        if (m_any)
            m_json.closeArray();
        return m_any;
    }
    bool any() const { return m_any; }

private:
    void begin()
    {
        if (!std::exchange(m_any, true))
            m_json.openArray("tools");
    }
    void open(const QByteArray &name, const QByteArray &description, const QByteArray &schema)
    {
        begin();
        m_json.openObject().text("name", m_names.sent(name));
        if (!description.isEmpty())
            m_json.text("description", description);
        m_json.raw("input_schema", schema);
    }

    JsonWriter &m_json;
    ToolNames &m_names;
    bool m_any = false;
};

std::optional<Error> addBuiltIn(ToolList &list, const ChatTool &tool, const ChatRequest &request,
                                const Target &target, Dropped &dropped)
{
    if (tool.name.startsWith("web_search") && target.traits.claude) {
        list.addRaw(webSearchTool(tool.definition));
        return {};
    }
    return leaveOutBuiltIn(tool, request, dropped);
}

void addFromHistory(ToolList &list, const ChatRequest &request)
{
    QByteArrayList added;
    for (const ChatMessage &message : request.messages) {
        for (const ChatPart &part : message.parts) {
            const auto *call = part.as<ToolCallPart>();
            if (!call || added.contains(call->name))
                continue;
            added.append(call->name);
            list.add(call->name, {}, anyObject);
        }
    }
}

void writeChoice(JsonWriter &json, const ChatRequest &request, bool forces, ProviderRequest &out)
{
    const ToolChoice &choice = request.toolChoice;
    QByteArrayView type;
    QByteArray name;
    switch (choice.mode) {
    case ToolChoice::Unset:
        break;
    case ToolChoice::Auto:
        type = "auto";
        break;
    case ToolChoice::None:
        type = "none";
        break;
    case ToolChoice::Any:
        type = "any";
        break;
    case ToolChoice::Named:
        type = "tool";
        name = out.names.sent(choice.names.value(0));
    }
    if (!out.answerTool.isEmpty() && choice.mode != ToolChoice::Named) {
        const bool alone = request.tools.isEmpty();
        type = alone ? QByteArrayView("tool") : QByteArrayView("any");
        name = alone ? out.answerTool : QByteArray();
    }
    if (!forces && (type == "any" || type == "tool")) {
        if (out.answerTool.isEmpty() || choice.mode == ToolChoice::Named)
            out.dropped.add("tool_choice");
        type = {};
        name.clear();
    }
    const bool tells = request.parallelTools && choice.mode != ToolChoice::None;
    if (type.isEmpty() && !tells)
        return;
    json.openObject("tool_choice").text("type", type.isEmpty() ? QByteArrayView("auto") : type);
    if (!name.isEmpty())
        json.text("name", name);
    if (tells)
        json.flag("disable_parallel_tool_use", !*request.parallelTools);
    json.closeObject();
}

} // namespace

bool needsAnswerTool(const OutputFormat &output, const Target &target)
{
    return output.kind != OutputFormat::Text && !hasOwnFormat(output, target);
}

QByteArray askForAnswerTool(ToolNames &names)
{
    return "Give your final answer by calling the tool " + names.sent(answerToolName) +
           ", never as plain text.";
}

std::optional<Error> writeTools(JsonWriter &json, const ChatRequest &request, const Target &target,
                                bool forces, ProviderRequest &out)
{
    ToolList list(json, out.names);
    for (const ChatTool &tool : request.tools) {
        if (tool.kind == ChatTool::BuiltIn) {
            if (auto error = addBuiltIn(list, tool, request, target, out.dropped))
                return error;
        } else if (isOffered(tool, request.toolChoice)) {
            list.add(tool, target, out.dropped);
        }
    }
    const OutputFormat &output = request.output;
    if (needsAnswerTool(output, target)) {
        out.answerTool = out.names.sent(answerToolName);
        list.add(answerToolName,
                 output.description.isEmpty() ? QByteArray("Gives the answer in the shape that is asked for.")
                                              : output.description,
                 output.kind == OutputFormat::JsonObject ? QByteArray(anyObject)
                                                         : inputSchemaOf(output.schema));
    }
    if (!list.any())
        addFromHistory(list, request);
    if (list.close())
        writeChoice(json, request, forces, out);
    return {};
}

} // namespace gatehouse::anthropic
