// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/request_reader.h"

#include "gateway/dialect/openai_chat/message_reader.h"
#include "gateway/dialect/openai_chat/words.h"
#include "gateway/dialect/turns.h"

using namespace Qt::StringLiterals;

namespace gatehouse::openai_chat {
namespace {

Error refused(const QString &message, const QByteArray &param)
{
    return {400, "invalid_request_error", "unsupported_value", message, param};
}

void readTool(JsonView tool, ChatRequest &request)
{
    const JsonView type = tool["type"];
    const QByteArray cache =
        tool["cache_control"].isObject() ? tool["cache_control"].rawBytes() : QByteArray();
    if (type.is("custom")) {
        const JsonView custom = tool["custom"];
        request.tools.append({.kind = ChatTool::Freeform,
                              .name = custom["name"].text(),
                              .description = custom["description"].text(),
                              .cacheControl = cache});
    } else if (const JsonView function = tool["function"]; function.isObject()) {
        JsonView schema = function["parameters"];
        if (!schema.isObject())
            schema = function["parametersJsonSchema"];
        request.tools.append({.name = function["name"].text(),
                              .description = function["description"].text(),
                              .schema = schema.isObject() ? schema.rawBytes() : QByteArray(),
                              .strict = function["strict"].boolean(),
                              .cacheControl = cache});
    } else if (tool["input_schema"].isObject()) { // written for Anthropic already
        request.tools.append({.name = tool["name"].text(),
                              .description = tool["description"].text(),
                              .schema = tool["input_schema"].rawBytes(),
                              .cacheControl = cache});
    } else {
        request.tools.append({.kind = ChatTool::BuiltIn, .name = type.text(), .definition = tool.rawBytes()});
    }
}

void readTools(JsonView root, ChatRequest &request)
{
    for (const JsonView tool : root["tools"])
        readTool(tool, request);
    for (const JsonView function : root["functions"]) // the way before `tools`
        request.tools.append({.name = function["name"].text(),
                              .description = function["description"].text(),
                              .schema = function["parameters"].rawBytes()});
    if (root["web_search_options"].isObject())
        request.tools.append({.kind = ChatTool::BuiltIn,
                              .name = "web_search",
                              .definition = root["web_search_options"].rawBytes()});
}

ToolChoice::Mode modeNamed(JsonView word)
{
    if (word.is("auto"))
        return ToolChoice::Auto;
    if (word.is("required") || word.is("any"))
        return ToolChoice::Any;
    return word.is("none") ? ToolChoice::None : ToolChoice::Unset;
}

void readToolChoice(JsonView root, ChatRequest &request)
{
    JsonView choice = root["tool_choice"];
    if (!choice)
        choice = root["function_call"];
    if (choice.isString()) {
        request.toolChoice.mode = modeNamed(choice);
    } else if (choice["type"].is("allowed_tools")) {
        request.toolChoice.mode = modeNamed(choice["allowed_tools"]["mode"]);
        for (const JsonView tool : choice["allowed_tools"]["tools"])
            request.toolChoice.names.append(tool["function"]["name"].text());
    } else if (choice.isObject()) {
        for (const JsonView named : {choice["function"]["name"], choice["custom"]["name"], choice["name"]}) {
            if (!named.isString())
                continue;
            request.toolChoice = {ToolChoice::Named, {named.text()}};
            return;
        }
    }
}

void readStops(JsonView stop, ChatRequest &request)
{
    if (stop.isString())
        request.stops.append(stop.text());
    else if (stop.isArray()) {
        for (const JsonView each : stop)
            request.stops.append(each.text());
    }
    request.stops.removeIf([](const QByteArray &each) { return each.isEmpty(); });
}

//! OpenAI's own word, and what the services like it have beside or instead of it (wire formats, d).
void readReasoning(JsonView root, ChatRequest &request)
{
    ReasoningWish &wish = request.reasoning;
    const auto byEffort = [&](const QByteArray &name) {
        if (const auto effort = effortNamed(name)) {
            wish.mode = *effort == Effort::None ? ReasoningWish::Off : ReasoningWish::ByEffort;
            wish.effort = *effort;
            wish.effortGiven = true;
        }
    };
    const auto byBudget = [&](qint64 budget) {
        wish.mode = budget <= 0 ? ReasoningWish::Off : ReasoningWish::ByBudget;
        wish.budget = budget;
    };
    const auto onOff = [&](bool on) { wish.mode = on ? ReasoningWish::Dynamic : ReasoningWish::Off; };

    if (const JsonView thinking = root["thinking"]; thinking.isObject()) {
        onOff(!thinking["type"].is("disabled"));
        if (const auto budget = thinking["budget_tokens"].integer())
            byBudget(*budget);
    }
    if (const auto enabled = root["enable_thinking"].boolean())
        onOff(*enabled);
    if (const auto budget = root["thinking_budget"].integer())
        byBudget(*budget);
    if (const JsonView reasoning = root["reasoning"]; reasoning.isObject()) {
        if (const auto enabled = reasoning["enabled"].boolean())
            onOff(*enabled);
        byEffort(reasoning["effort"].text());
        if (const auto budget = reasoning["max_tokens"].integer())
            byBudget(*budget);
    }
    byEffort(root["reasoning_effort"].text());
}

void readOutput(JsonView format, ChatRequest &request)
{
    OutputFormat &output = request.output;
    if (format["type"].is("json_object")) {
        output.kind = OutputFormat::JsonObject;
    } else if (format["type"].is("json_schema")) {
        const JsonView schema = format["json_schema"];
        output = {.kind = OutputFormat::JsonSchema,
                  .name = schema["name"].text(),
                  .description = schema["description"].text(),
                  .schema = schema["schema"].isObject() ? schema["schema"].rawBytes() : QByteArray("{}"),
                  .strict = schema["strict"].boolean().value_or(false)};
    }
}

void noteDropped(JsonView root, ChatRequest &request)
{
    for (const QByteArrayView field :
         {QByteArrayView("logit_bias"), QByteArrayView("logprobs"), QByteArrayView("top_logprobs"),
          QByteArrayView("prediction"), QByteArrayView("service_tier"), QByteArrayView("verbosity"),
          QByteArrayView("metadata")}) {
        const JsonView value = root[field];
        if (value && value.boolean() != std::optional(false) && !(value.isObject() && value.isEmpty()))
            request.dropped.add(field);
    }
    if (root["store"].boolean() == std::optional(true))
        request.dropped.add("store");
}

std::optional<Error> refuseWhatChangesTheMeaning(JsonView root)
{
    if (root["n"].integer().value_or(1) > 1)
        return refused(u"The provider of this model gives one answer at a time: n must be 1."_s, "n");
    for (const JsonView modality : root["modalities"]) {
        if (!modality.is("text"))
            return refused(u"The provider of this model answers in text only."_s, "modalities");
    }
    if (root["audio"].isObject())
        return refused(u"The provider of this model answers in text only."_s, "audio");
    return {};
}

std::optional<Error> readMessages(JsonView messages, ChatRequest &request)
{
    qsizetype early = 0; // texts of the system before the last turn
    for (const JsonView message : messages) {
        const qsizetype turns = request.messages.size();
        if (auto error = readMessage(message, request))
            return error;
        if (request.messages.size() > turns)
            early = request.system.size();
    }
    remindLate(request, early);
    return {};
}

} // namespace

Result<ChatRequest> readRequest(const ClientRequest &in)
{
    JsonDocument document;
    const JsonView root = document.parseObject(in.body);
    if (!root)
        return Error{400, "invalid_request_error", "invalid_json", QString::fromUtf8(document.problem())};
    if (auto error = refuseWhatChangesTheMeaning(root))
        return *std::move(error);
    ChatRequest request;
    request.model = in.model;
    request.stream = in.stream;
    request.includeUsage = root["stream_options"]["include_usage"].boolean().value_or(false);
    if (auto error = readMessages(root["messages"], request))
        return *std::move(error);
    readTools(root, request);
    readToolChoice(root, request);
    request.parallelTools = root["parallel_tool_calls"].boolean();
    if (!root["functions"].isEmpty() && root["tools"].isEmpty()) {
        request.echo = wantsFunctionCall.toByteArray();
        request.parallelTools = false;
    }
    request.sampling = {.temperature = root["temperature"].number(),
                        .topP = root["top_p"].number(),
                        .topK = root["top_k"].integer(),
                        .seed = root["seed"].integer(),
                        .frequencyPenalty = root["frequency_penalty"].number(),
                        .presencePenalty = root["presence_penalty"].number()};
    readStops(root["stop"], request);
    request.maxTokens = root["max_tokens"].integer();
    if (!request.maxTokens)
        request.maxTokens = root["max_completion_tokens"].integer();
    readReasoning(root, request);
    readOutput(root["response_format"], request);
    request.user = root["user"].isString() ? root["user"].text() : root["safety_identifier"].text();
    request.cacheKey = root["prompt_cache_key"].text();
    noteDropped(root, request);
    return request;
}

Result<EmbeddingRequest> readEmbeddingRequest(const ClientRequest &in)
{
    JsonDocument document;
    const JsonView root = document.parse(in.body);
    EmbeddingRequest request;
    request.model = in.model;
    request.dimensions = root["dimensions"].integer();
    request.base64 = root["encoding_format"].is("base64");
    const JsonView input = root["input"];
    request.single = input.isString();
    if (request.single)
        request.inputs.append(input.text());
    else if (input.isArray()) {
        for (const JsonView each : input) {
            if (!each.isString())
                return refused(u"The provider of this model takes texts, not tokens."_s, "input");
            request.inputs.append(each.text());
        }
    }
    if (request.inputs.isEmpty())
        return Error{400, "invalid_request_error", "missing_required_parameter",
                     u"There is no text to embed."_s, "input"};
    return request;
}

} // namespace gatehouse::openai_chat
