// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/request_writer.h"

#include "gateway/dialect/anthropic/fitting_turns.h"
#include "gateway/dialect/anthropic/message_writer.h"
#include "gateway/dialect/anthropic/strict_schema.h"
#include "gateway/dialect/anthropic/thinking.h"
#include "gateway/dialect/anthropic/tools_writer.h"
#include "gateway/dialect/cache_marks.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/turns.h"

#include <algorithm>

namespace gatehouse::anthropic {
namespace {

constexpr int mostCacheMarks = 4;

void writeThinking(JsonWriter &json, const Thinking &thinking)
{
    switch (thinking.mode) {
    case Thinking::Unset:
        break;
    case Thinking::Disabled:
        json.openObject("thinking").text("type", "disabled").closeObject();
        break;
    case Thinking::BetweenTools:
        json.openObject("thinking").text("type", "between_tools").closeObject();
        break;
    case Thinking::Enabled:
        json.openObject("thinking").text("type", "enabled").number("budget_tokens", thinking.budget);
        json.closeObject();
        break;
    case Thinking::Adaptive:
        json.openObject("thinking").text("type", "adaptive");
        if (thinking.summarized)
            json.text("display", "summarized");
        json.closeObject();
    }
}

void writeOutputConfig(JsonWriter &json, const Thinking &thinking, const OutputFormat &output,
                       const Target &target)
{
    const bool native = hasOwnFormat(output, target);
    if (!native && !thinking.effort)
        return;
    json.openObject("output_config");
    if (thinking.effort)
        json.text("effort", effortName(*thinking.effort));
    if (native)
        json.openObject("format")
            .text("type", "json_schema")
            .raw("schema", strictSchema(output.schema))
            .closeObject();
    json.closeObject();
}

void writeSampling(JsonWriter &json, const Sampling &sampling, bool thinks, const Target &target,
                   Dropped &dropped)
{
    const bool takes = target.traits.takesSampling && !thinks;
    if (sampling.temperature && takes) {
        json.real("temperature", std::clamp(*sampling.temperature, 0.0, 1.0));
        if (*sampling.temperature > 1)
            dropped.add("temperature>1");
    } else if (sampling.temperature) {
        dropped.add("temperature");
    }
    // Claude takes one of the two; others that speak this dialect may want both.
    if (sampling.topP && takes && !(sampling.temperature && target.traits.claude))
        json.real("top_p", *sampling.topP);
    else if (sampling.topP)
        dropped.add("top_p");
    if (sampling.topK && takes)
        json.number("top_k", *sampling.topK);
    else if (sampling.topK)
        dropped.add("top_k");
    if (sampling.seed)
        dropped.add("seed");
    if (sampling.frequencyPenalty)
        dropped.add("frequency_penalty");
    if (sampling.presencePenalty)
        dropped.add("presence_penalty");
}

void writeStops(JsonWriter &json, const QByteArrayList &stops)
{
    bool any = false;
    for (const QByteArray &stop : stops) {
        if (stop.trimmed().isEmpty()) // the API refuses them
            continue;
        if (!std::exchange(any, true))
            json.openArray("stop_sequences");
        json.text(stop);
    }
    if (any)
        json.closeArray();
}

//! Whether \a user may be told to a provider: neither an address nor a number that one can be called under.
bool isNoPerson(const QByteArray &user)
{
    const qsizetype digits =
        std::count_if(user.cbegin(), user.cend(), [](char c) { return c >= '0' && c <= '9'; });
    const bool phone = digits >= 7 && std::all_of(user.cbegin(), user.cend(), [](char c) {
                           return (c >= '0' && c <= '9') || QByteArrayView("+-() ./").contains(c);
                       });
    return !user.contains('@') && !phone;
}

Result<ProviderRequest> write(const ChatRequest &asked, const Target &target, bool counting)
{
    ProviderRequest out;
    const Thinking thinking = thinkingFor(asked, target, out.dropped);
    ChatRequest request = asked;
    fitTurns(request, target, target.traits.takesPrefill && !thinking.on());
    if (request.messages.isEmpty())
        return nobodySpeaks();
    out.path = counting ? "/messages/count_tokens" : "/messages";
    out.names = ToolNames(NameRule{});
    limitCacheMarks(request, mostCacheMarks, out.dropped);
    for (const ChatTool &tool : std::as_const(request.tools)) {
        if (tool.kind != ChatTool::BuiltIn)
            (void)out.names.sent(tool.name); // tools choose their names before the history does
    }
    JsonWriter json(out.body);
    json.openObject().text("model", target.model);
    if (!counting)
        json.number("max_tokens", thinking.maxTokens);
    const bool forces = target.traits.takesForcedTools && !thinking.on();
    if (needsAnswerTool(request.output, target) && !forces) {
        request.system.append({TextPart{askForAnswerTool(out.names)}});
        out.answerToolForced = false;
    }
    MessageWriter messages(json, out.names);
    messages.writeSystem(request.system);
    if (auto error = messages.writeMessages(request.messages))
        return *std::move(error);
    if (auto error = writeTools(json, request, target, forces, out))
        return *std::move(error);
    writeThinking(json, thinking);
    if (!counting) {
        writeOutputConfig(json, thinking, request.output, target);
        writeSampling(json, request.sampling, thinking.on(), target, out.dropped);
        writeStops(json, request.stops);
        if (!request.user.isEmpty() && isNoPerson(request.user))
            json.openObject("metadata").text("user_id", request.user).closeObject();
        else if (!request.user.isEmpty())
            out.dropped.add("user");
        if (request.stream)
            json.flag("stream", true);
    }
    json.closeObject();
    return out;
}

} // namespace

Result<ProviderRequest> writeRequest(const ChatRequest &request, const Target &target)
{
    return write(request, target, false);
}

Result<ProviderRequest> writeTokenCountRequest(const ChatRequest &request, const Target &target)
{
    return write(request, target, true);
}

} // namespace gatehouse::anthropic
