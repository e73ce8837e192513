// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_losses.h"

#include "conversation_losses.h"
#include "gateway/dialect/turns.h"
#include "schema_outline.h"

#include <algorithm>

using namespace gatehouse;

namespace {

constexpr char freeformSchema[] =
    R"({"type":"object","properties":{"input":{"type":"string"}},"required":["input"]})";

//! What may be called, and whether something must be.
void settleChoice(ChatRequest &request, const Dropped &dropped)
{
    ToolChoice &choice = request.toolChoice;
    if (dropped.names().contains("tool_choice")) {
        if (choice.mode == ToolChoice::Named)
            choice.names.clear();
        choice.mode = ToolChoice::Auto;
    }
    const bool picks = choice.mode != ToolChoice::None && !choice.names.isEmpty();
    if (picks) // a choice among some is written as a choice among all there are
        request.tools.removeIf([&](const ChatTool &tool) { return !choice.names.contains(tool.name); });
    choice.names.clear();
    if (choice.mode == ToolChoice::Named)
        choice.mode = ToolChoice::Any;
    if (choice.mode == ToolChoice::Unset)
        choice.mode = ToolChoice::Auto;
    if (request.tools.isEmpty() || choice.mode == ToolChoice::None)
        request.parallelTools.reset();
    if (request.tools.isEmpty())
        choice.mode = ToolChoice::Unset;
}

void settleTools(ChatRequest &request, const Target &target)
{
    for (ChatTool &tool : request.tools) {
        if (tool.kind == ChatTool::Freeform)
            tool.schema = freeformSchema;
        tool.kind = ChatTool::Function;
        tool.schema =
            target.dialect == Dialect::Gemini ? schemaOutline(tool.schema) : wholeSchema(tool.schema);
        if (target.dialect == Dialect::Anthropic && tool.strict == std::optional(true))
            tool.schema = compiledSchema(tool.schema);
        if (target.dialect == Dialect::Gemini || (target.traits.claude && !target.traits.takesStrictTools))
            tool.strict.reset();
    }
}

void settleOutput(OutputFormat &output, const Target &target, const Dropped &dropped)
{
    if (output.kind != OutputFormat::JsonSchema)
        return;
    if (target.dialect == Dialect::Gemini) {
        output = {.kind = OutputFormat::JsonSchema, .schema = schemaOutline(output.schema)};
        if (output.schema == schemaOutline({})) // an object of which nothing is said
            output = {.kind = OutputFormat::JsonObject};
        return;
    }
    if (target.dialect == Dialect::Anthropic) {
        output = {.kind = OutputFormat::JsonSchema, .schema = compiledSchema(output.schema)};
        return;
    }
    if (output.name.isEmpty())
        output.name = "structured_output";
    // A client that has no such switch gets the strict form, where the schema meets its rules.
    const bool strict = !output.strict && !dropped.names().contains("response_format.strict");
    output.schema = strict ? closedSchema(output.schema) : wholeSchema(output.schema);
    output.strict = output.strict.value_or(strict);
}

//! The rules of 5.4 between efforts and budgets: here all are efforts.
void settleReasoning(ChatRequest &request, const Target &target)
{
    ReasoningWish &wish = request.reasoning;
    wish.show.reset();
    if (wish.mode == ReasoningWish::ByBudget)
        wish.effort = effortOf(wish.budget);
    const bool wants = wish.mode == ReasoningWish::ByBudget || wish.mode == ReasoningWish::ByEffort ||
                       (wish.mode == ReasoningWish::Dynamic && wish.effortGiven);
    if (wants)
        wish = {.mode = ReasoningWish::ByEffort, .effort = wish.effort, .effortGiven = true};
    if (wish.mode != ReasoningWish::Off)
        return;
    // A model that does not think is left alone; one that always does thinks as little as it can.
    if (target.traits.thinking == ThinkingControl::Level)
        wish = {.mode = ReasoningWish::ByEffort, .effort = Effort::Low, .effortGiven = true};
    else if (target.dialect == Dialect::OpenAi || target.traits.thinking == ThinkingControl::None)
        wish = {};
    else
        wish = {.mode = ReasoningWish::Off};
}

//! The model's own limit holds; Claude's is never missing, and its thoughts come on top of what the client
//! wants to see.
void settleLimit(ChatRequest &request, const Target &target)
{
    if (target.dialect == Dialect::Anthropic) {
        const bool thinks = request.reasoning.mode == ReasoningWish::ByEffort;
        if (thinks && target.traits.thinking == ThinkingControl::Budget)
            request.maxTokens.reset();
        else if (!request.maxTokens)
            request.maxTokens = defaultMaxTokens(target.traits);
    }
    if (request.maxTokens && target.traits.maxOutput > 0)
        request.maxTokens = std::min(*request.maxTokens, target.traits.maxOutput);
}

void settleStops(ChatRequest &request, const Target &target, const Dropped &dropped)
{
    if (target.dialect == Dialect::Anthropic) // it refuses white space alone
        request.stops.removeIf([](const QByteArray &stop) { return stop.trimmed().isEmpty(); });
    if (dropped.names().contains("stop_sequences"))
        request.stops.resize(
            std::min<qsizetype>(request.stops.size(), target.dialect == Dialect::Gemini ? 5 : 4));
}

//! What the writer named is lost, and nothing else.
void drop(ChatRequest &request, const QByteArrayList &names)
{
    const auto lose = [&](const char *name, auto &field) {
        if (names.contains(name))
            field = {};
    };
    lose("temperature", request.sampling.temperature);
    lose("top_p", request.sampling.topP);
    lose("top_k", request.sampling.topK);
    lose("seed", request.sampling.seed);
    lose("frequency_penalty", request.sampling.frequencyPenalty);
    lose("presence_penalty", request.sampling.presencePenalty);
    lose("reasoning", request.reasoning);
    lose("parallel_tool_calls", request.parallelTools);
    lose("stop", request.stops);
    for (ChatTool &tool : request.tools) {
        if (tool.strict == std::optional(true))
            lose("tools.strict", tool.strict);
    }
    lose("response_format", request.output);
    lose("user", request.user);
    if (names.contains("temperature>1") && request.sampling.temperature)
        request.sampling.temperature = std::min(1.0, *request.sampling.temperature);
}

} // namespace

ChatRequest withoutKnownLosses(ChatRequest request, const Target &target, const Dropped &dropped)
{
    settleTurns(request);
    loseInTurns(request, target);
    settleChoice(request, dropped);
    drop(request, dropped.names());
    settleTools(request, target);
    settleOutput(request.output, target, dropped);
    settleReasoning(request, target);
    settleLimit(request, target);
    settleStops(request, target, dropped);
    if (target.dialect == Dialect::Gemini) {
        request.user.clear(); // it has no word for who asks
        if (request.parallelTools == std::optional(true))
            request.parallelTools.reset(); // it always may
    }
    request.dropped = {};
    request.includeUsage = true;
    request.echo.clear();
    return request;
}
