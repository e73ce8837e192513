// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/request_reader.h"

#include "gateway/dialect/anthropic/message_reader.h"

using namespace Qt::StringLiterals;

namespace gatehouse::anthropic {
namespace {

//! What a provider of another dialect cannot do, and without which the answer would be another one.
std::optional<Error> refuseWhatOnlyAnthropicDoes(JsonView root)
{
    if (root["thread"]) {
        // With these details the SDK sends the whole conversation, and goes on so.
        Error error{400, "invalid_request_error", "thread_unsupported_request",
                    u"The provider of this model keeps no threads: send the whole conversation."_s, "thread"};
        error.details = R"({"error_code":"thread_unsupported_request","unsupported":[]})";
        return error;
    }
    if (root["compaction"])
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"The provider of this model does not compact conversations."_s, "compaction"};
    return {};
}

void nameWhatIsLeftOut(JsonView root, Dropped &dropped)
{
    for (const QByteArrayView field :
         {QByteArrayView("container"), QByteArrayView("context_management"), QByteArrayView("fallbacks"),
          QByteArrayView("inference_geo"), QByteArrayView("mcp_servers"), QByteArrayView("speed")}) {
        const JsonView value = root[field];
        const bool says = value.isString() ? !value.is("standard") : !value.isEmpty();
        if (says)
            dropped.add(field);
    }
}

void readTool(JsonView tool, ChatRequest &request)
{
    const JsonView type = tool["type"];
    const QByteArray cache =
        tool["cache_control"].isObject() ? tool["cache_control"].rawBytes() : QByteArray();
    if (type && !type.is("custom") && !tool["input_schema"].isObject()) {
        request.tools.append({.kind = ChatTool::BuiltIn,
                              .name = type.text(),
                              .definition = tool.rawBytes(),
                              .cacheControl = cache});
        return;
    }
    const JsonView schema = tool["input_schema"];
    request.tools.append({.name = tool["name"].text(),
                          .description = tool["description"].text(),
                          .schema = schema.isObject() ? schema.rawBytes() : QByteArray(),
                          .strict = tool["strict"].boolean(),
                          .cacheControl = cache});
}

void readToolChoice(JsonView choice, ChatRequest &request)
{
    const JsonView type = choice.isString() ? choice : choice["type"];
    ToolChoice &wish = request.toolChoice;
    if (type.is("auto"))
        wish.mode = ToolChoice::Auto;
    else if (type.is("any"))
        wish.mode = ToolChoice::Any;
    else if (type.is("none"))
        wish.mode = ToolChoice::None;
    else if (type.is("tool"))
        wish = {ToolChoice::Named, {choice["name"].text()}};
    if (const auto single = choice["disable_parallel_tool_use"].boolean())
        request.parallelTools = !*single;
}

void readReasoning(JsonView root, ChatRequest &request)
{
    ReasoningWish &wish = request.reasoning;
    const JsonView thinking = root["thinking"];
    if (thinking["type"].is("enabled")) {
        const auto budget = thinking["budget_tokens"].integer();
        wish.mode = budget ? ReasoningWish::ByBudget : ReasoningWish::Dynamic;
        wish.budget = budget.value_or(0);
    } else if (thinking["type"].is("adaptive")) {
        wish.mode = ReasoningWish::Dynamic;
    } else if (thinking["type"].is("disabled")) {
        wish.mode = ReasoningWish::Off;
    }
    const auto effort = effortNamed(root["output_config"]["effort"].text());
    if (!effort || wish.mode == ReasoningWish::Off || wish.mode == ReasoningWish::ByBudget)
        return;
    if (wish.mode == ReasoningWish::Unset)
        wish.mode = ReasoningWish::ByEffort;
    wish.effort = *effort;
    wish.effortGiven = true;
}

void readOutput(JsonView root, ChatRequest &request)
{
    JsonView format = root["output_config"]["format"];
    if (!format)
        format = root["output_format"];
    if (format["type"].is("json_schema") && format["schema"].isObject())
        request.output = {.kind = OutputFormat::JsonSchema, .schema = format["schema"].rawBytes()};
}

} // namespace

Result<ChatRequest> readRequest(const ClientRequest &in)
{
    JsonDocument document;
    const JsonView root = document.parseObject(in.body);
    if (!root)
        return Error{400, "invalid_request_error", "invalid_json", QString::fromUtf8(document.problem())};
    if (auto error = refuseWhatOnlyAnthropicDoes(root))
        return *std::move(error);
    ChatRequest request;
    request.model = in.model;
    request.stream = in.stream;
    request.refuseBuiltIns = true;
    readSystem(root["system"], request);
    for (const JsonView message : root["messages"]) {
        if (auto error = readMessage(message, request))
            return *std::move(error);
    }
    for (const JsonView tool : root["tools"])
        readTool(tool, request);
    readToolChoice(root["tool_choice"], request);
    request.sampling = {.temperature = root["temperature"].number(),
                        .topP = root["top_p"].number(),
                        .topK = root["top_k"].integer(),
                        .seed = {},
                        .frequencyPenalty = {},
                        .presencePenalty = {}};
    for (const JsonView stop : root["stop_sequences"]) {
        if (!stop.is(""))
            request.stops.append(stop.text());
    }
    request.maxTokens = root["max_tokens"].integer();
    readReasoning(root, request);
    readOutput(root, request);
    request.user = root["metadata"]["user_id"].text();
    nameWhatIsLeftOut(root, request.dropped);
    return request;
}

} // namespace gatehouse::anthropic
