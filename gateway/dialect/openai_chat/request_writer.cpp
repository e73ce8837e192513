// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/request_writer.h"

#include "gateway/dialect/built_in_tools.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/openai_chat/message_writer.h"
#include "gateway/dialect/openai_chat/schema.h"

#include <algorithm>

namespace gatehouse::openai_chat {
namespace {

constexpr char freeformSchema[] =
    R"({"type":"object","properties":{"input":{"type":"string"}},"required":["input"]})";

//! How hard a model of OpenAI's kind is to think, from whatever the client asked for; nothing: it is left
//! alone.
std::optional<Effort> effortWished(const ReasoningWish &wish, const Target &target)
{
    const bool canBeOff = target.traits.leastEffort == Effort::None;
    const Effort least = canBeOff ? Effort::Low : target.traits.leastEffort;
    const Effort most = target.traits.mostEffort;
    switch (wish.mode) {
    case ReasoningWish::Dynamic:
        return clampEffort(wish.effortGiven ? wish.effort : Effort::XHigh, least, most);
    case ReasoningWish::ByEffort:
        return clampEffort(wish.effort, least, most);
    case ReasoningWish::ByBudget:
        return clampEffort(effortOf(wish.budget), least, most);
    case ReasoningWish::Off:
        if (canBeOff)
            return Effort::None;
        break;
    case ReasoningWish::Unset:
        break;
    }
    return {};
}

void writeReasoning(JsonWriter &json, const ReasoningWish &wish, const Target &target, Dropped &dropped)
{
    if (wish.mode == ReasoningWish::Unset)
        return;
    const bool off = wish.mode == ReasoningWish::Off;
    const auto effort = effortWished(wish, target);
    switch (target.host.reasoning) {
    case ReasoningSwitch::Effort:
        if (effort && target.traits.thinking == ThinkingControl::Effort)
            json.text("reasoning_effort", effortName(*effort));
        else if (effort || target.traits.thinking == ThinkingControl::Effort)
            dropped.add("reasoning"); // a model that always thinks cannot be told not to
        break;
    case ReasoningSwitch::ThinkingType:
        json.openObject("thinking").text("type", off ? "disabled" : "enabled").closeObject();
        break;
    case ReasoningSwitch::EnableThinking:
        json.flag("enable_thinking", !off);
        if (wish.mode == ReasoningWish::ByBudget)
            json.number("thinking_budget", wish.budget);
        break;
    case ReasoningSwitch::Reasoning:
        json.openObject("reasoning");
        if (off)
            json.flag("enabled", false);
        else if (wish.mode == ReasoningWish::ByBudget)
            json.number("max_tokens", wish.budget);
        else
            json.text("effort", effortName(*effort));
        json.closeObject();
    }
}

bool isOffered(const ChatTool &tool, const ToolChoice &choice)
{
    const bool restricted = choice.mode == ToolChoice::Auto || choice.mode == ToolChoice::Any;
    return !restricted || choice.names.isEmpty() || choice.names.contains(tool.name);
}

void writeTool(JsonWriter &json, const ChatTool &tool, ProviderRequest &out)
{
    json.openObject().text("type", "function").openObject("function");
    json.text("name", out.names.sent(tool.name));
    if (!tool.description.isEmpty())
        json.text("description", tool.description);
    const QByteArray parameters =
        tool.kind == ChatTool::Freeform ? QByteArray(freeformSchema) : parametersOf(tool.schema);
    json.raw("parameters", parameters);
    // What is strict elsewhere may have optional properties; these matter more than the promise.
    if (tool.strict && (!*tool.strict || isStrict(parameters)))
        json.flag("strict", *tool.strict);
    else if (tool.strict)
        out.dropped.add("tools.strict");
    json.closeObject().closeObject();
}

//! Tools that the provider would have to run itself. The error, if any: 400 naming one.
std::optional<Error> writeBuiltIns(JsonWriter &json, const ChatRequest &request, const Target &target,
                                   Dropped &dropped)
{
    const bool canSearch = target.host.webSearch && target.traits.takesWebSearch;
    bool searches = false;
    for (const ChatTool &tool : request.tools) {
        if (tool.kind != ChatTool::BuiltIn)
            continue;
        if (tool.name.startsWith("web_search") && canSearch && !searches) {
            json.raw("web_search_options", "{}");
            searches = true;
        } else if (auto error = leaveOutBuiltIn(tool, request, dropped)) {
            return error;
        }
    }
    return {};
}

void writeToolChoice(JsonWriter &json, const ChatRequest &request, const Target &target, ProviderRequest &out)
{
    const ToolChoice &choice = request.toolChoice;
    switch (choice.mode) {
    case ToolChoice::Unset:
        break;
    case ToolChoice::Auto:
        json.text("tool_choice", "auto");
        break;
    case ToolChoice::Any:
        json.text("tool_choice", "required");
        break;
    case ToolChoice::None:
        json.text("tool_choice", "none");
        break;
    case ToolChoice::Named:
        json.openObject("tool_choice").text("type", "function").openObject("function");
        json.text("name", out.names.sent(choice.names.value(0))).closeObject().closeObject();
    }
    if (request.parallelTools && (target.traits.takesParallelCalls || !target.host.openAi))
        json.flag("parallel_tool_calls", *request.parallelTools);
    else if (request.parallelTools)
        out.dropped.add("parallel_tool_calls");
}

void writeTools(JsonWriter &json, const ChatRequest &request, const Target &target, ProviderRequest &out)
{
    bool any = false;
    for (const ChatTool &tool : request.tools) {
        if (tool.kind == ChatTool::BuiltIn || !isOffered(tool, request.toolChoice))
            continue;
        if (!std::exchange(any, true))
            json.openArray("tools");
        writeTool(json, tool, out);
    }
    if (!any)
        return;
    json.closeArray();
    writeToolChoice(json, request, target, out);
}

constexpr char answerMember[] = "answer";

//! Of a client that has no such switch as `strict` and means the schema as it says. One that breaks OpenAI's
//! rules is worth more than the promise; elsewhere it goes as it came in any case.
void writeUnswitchedSchema(JsonWriter &json, const QByteArray &schema, const Target &target,
                           ProviderRequest &out)
{
    if (!target.host.openAi) {
        if (isStrict(schema))
            json.flag("strict", true);
        json.raw("schema", schema);
        return;
    }
    QByteArray taken = isObjectRoot(schema) ? QByteArray() : asMember(schema, answerMember);
    if (!taken.isEmpty())
        out.answerMember = answerMember;
    else
        taken = schema;
    const QByteArray closed = closedSchema(taken);
    const bool strict = isStrict(closed);
    if (strict)
        json.flag("strict", true);
    else
        out.dropped.add("response_format.strict");
    json.raw("schema", strict ? closed : taken);
}

void writeOutput(JsonWriter &json, const OutputFormat &output, const Target &target, ProviderRequest &out)
{
    if (output.kind == OutputFormat::Text)
        return;
    json.openObject("response_format");
    if (output.kind == OutputFormat::JsonObject) {
        json.text("type", "json_object").closeObject();
        return;
    }
    json.text("type", "json_schema").openObject("json_schema");
    json.text("name", output.name.isEmpty() ? QByteArray("structured_output") : output.name);
    if (!output.description.isEmpty())
        json.text("description", output.description);
    if (output.strict)
        json.flag("strict", *output.strict).raw("schema", output.schema);
    else
        writeUnswitchedSchema(json, output.schema, target, out);
    json.closeObject().closeObject();
}

void writeSampling(JsonWriter &json, const Sampling &sampling, const Target &target, Dropped &dropped)
{
    const bool fixed = target.traits.thinking == ThinkingControl::Effort && !target.traits.takesSampling;
    const auto real = [&](QByteArrayView field, const std::optional<double> &value, bool taken) {
        if (value && taken)
            json.real(field, *value);
        else if (value)
            dropped.add(field);
    };
    real("temperature", sampling.temperature, !fixed);
    real("top_p", sampling.topP, !fixed);
    real("frequency_penalty", sampling.frequencyPenalty, !fixed);
    real("presence_penalty", sampling.presencePenalty, !fixed);
    if (sampling.seed)
        json.number("seed", *sampling.seed);
    if (sampling.topK)
        dropped.add("top_k");
}

void writeStops(JsonWriter &json, const QByteArrayList &stops, const Target &target, Dropped &dropped)
{
    if (stops.isEmpty())
        return;
    if (target.host.openAi && !target.traits.takesStop) {
        dropped.add("stop");
        return;
    }
    json.openArray("stop");
    for (qsizetype i = 0; i < std::min<qsizetype>(stops.size(), target.host.maxStops); ++i)
        json.text(stops[i]);
    json.closeArray();
    if (stops.size() > target.host.maxStops)
        dropped.add("stop_sequences");
}

//! The first characters of \a user, as many as OpenAI and Azure take; Claude Code's has about 150.
QByteArrayView shortUser(QByteArrayView user)
{
    constexpr int most = 64;
    int characters = 0;
    for (qsizetype i = 0; i < user.size(); ++i) {
        const bool starts = (uchar(user[i]) & 0xc0) != 0x80; // the rest of a UTF-8 sequence follows its start
        if (starts && ++characters > most)
            return user.first(i);
    }
    return user;
}

} // namespace

Result<ProviderRequest> writeRequest(const ChatRequest &request, const Target &target)
{
    ProviderRequest out;
    out.path = "/chat/completions";
    out.names = ToolNames(NameRule{});
    for (const ChatTool &tool : request.tools) {
        if (tool.kind != ChatTool::BuiltIn)
            (void)out.names.sent(tool.name); // tools choose their names before the history does
    }
    JsonWriter json(out.body);
    json.openObject().text("model", target.model);
    MessageWriter messages(json, target, out.names, out.dropped);
    if (auto error = messages.write(request))
        return *std::move(error);
    writeTools(json, request, target, out);
    if (auto error = writeBuiltIns(json, request, target, out.dropped))
        return *std::move(error);
    if (request.maxTokens) {
        const bool newer =
            target.host.maxCompletionTokens || (target.traits.maxCompletionTokens && target.host.openAi);
        const qint64 most = target.host.openAi ? target.traits.maxOutput : 0; // it refuses more than that
        json.number(newer ? "max_completion_tokens" : "max_tokens",
                    most > 0 ? std::min(*request.maxTokens, most) : *request.maxTokens);
    }
    writeSampling(json, request.sampling, target, out.dropped);
    writeStops(json, request.stops, target, out.dropped);
    writeReasoning(json, request.reasoning, target, out.dropped);
    writeOutput(json, request.output, target, out);
    if (!request.user.isEmpty())
        json.text("user", shortUser(request.user));
    if (!request.cacheKey.isEmpty() && target.host.openAi)
        json.text("prompt_cache_key", request.cacheKey);
    if (request.stream) {
        json.flag("stream", true);
        if (target.host.streamOptions)
            json.openObject("stream_options").flag("include_usage", true).closeObject();
    }
    json.closeObject();
    return out;
}

} // namespace gatehouse::openai_chat
