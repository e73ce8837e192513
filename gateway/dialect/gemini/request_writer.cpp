// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/request_writer.h"

#include "gateway/dialect/gemini/message_writer.h"
#include "gateway/dialect/gemini/schema.h"
#include "gateway/dialect/gemini/thinking.h"
#include "gateway/dialect/gemini/tools_writer.h"
#include "gateway/dialect/gemini/words.h"
#include "gateway/dialect/json_writer.h"

#include <algorithm>
#include <limits>

namespace gatehouse::gemini {
namespace {

constexpr qsizetype mostStops = 5;
constexpr NameRule nameRule{.maxLength = 64, .marks = "_-.", .startsWithLetter = true};

void writeSampling(JsonWriter &json, const Sampling &sampling, const Target &target, Dropped &dropped)
{
    const auto penalty = [&](QByteArrayView name, const std::optional<double> &value, QByteArrayView asked) {
        if (value && target.traits.takesPenalties)
            json.real(name, *value);
        else if (value)
            dropped.add(asked);
    };
    if (sampling.temperature)
        json.real("temperature", std::clamp(*sampling.temperature, 0.0, 2.0));
    if (sampling.topP)
        json.real("topP", *sampling.topP);
    if (sampling.topK)
        json.number("topK", *sampling.topK);
    penalty("frequencyPenalty", sampling.frequencyPenalty, "frequency_penalty");
    penalty("presencePenalty", sampling.presencePenalty, "presence_penalty");
    using Seed = std::numeric_limits<qint32>; // of the API
    if (sampling.seed && *sampling.seed >= Seed::min() && *sampling.seed <= Seed::max())
        json.number("seed", *sampling.seed);
    else if (sampling.seed)
        dropped.add("seed");
}

void writeLimits(JsonWriter &json, const ChatRequest &request, const Target &target, Dropped &dropped)
{
    if (request.maxTokens) {
        const qint64 most = target.traits.maxOutput;
        json.number("maxOutputTokens", most > 0 ? std::min(*request.maxTokens, most) : *request.maxTokens);
    }
    if (!request.stops.isEmpty()) {
        json.openArray("stopSequences");
        for (qsizetype i = 0; i < std::min(request.stops.size(), mostStops); ++i)
            json.text(request.stops[i]);
        json.closeArray();
    }
    if (request.stops.size() > mostStops)
        dropped.add("stop_sequences");
}

void writeOutput(JsonWriter &json, const OutputFormat &output)
{
    if (output.kind == OutputFormat::Text)
        return;
    json.text("responseMimeType", "application/json");
    const QByteArray schema =
        output.kind == OutputFormat::JsonSchema ? openApiSchema(output.schema) : QByteArray();
    if (!schema.isEmpty())
        json.raw("responseSchema", schema);
}

void writeConfig(JsonWriter &json, const ChatRequest &request, const Target &target, Dropped &dropped)
{
    QByteArray config;
    JsonWriter inner(config);
    inner.openObject();
    writeSampling(inner, request.sampling, target, dropped);
    writeLimits(inner, request, target, dropped);
    if (!shapesByTool(request, target))
        writeOutput(inner, request.output);
    writeThinking(inner, request.reasoning, target);
    const bool thinks =
        request.reasoning.mode != ReasoningWish::Unset && request.reasoning.mode != ReasoningWish::Off;
    if (thinks && target.traits.thinking == ThinkingControl::None)
        dropped.add("reasoning");
    if (!request.user.isEmpty())
        dropped.add("user");
    inner.closeObject();
    if (config != "{}")
        json.raw("generationConfig", config);
}

//! The members that generating and counting have in common.
std::optional<Error> writeConversation(JsonWriter &json, const ChatRequest &request, const Target &target,
                                       ProviderRequest &out)
{
    out.names = ToolNames(nameRule);
    for (const ChatTool &tool : request.tools) {
        if (tool.kind != ChatTool::BuiltIn)
            (void)out.names.sent(tool.name); // tools choose their names before the history does
    }
    MessageWriter messages(json, target, out.names);
    messages.writeSystem(request.system);
    if (auto error = messages.writeMessages(request.messages))
        return error;
    return writeTools(json, request, target, out);
}

} // namespace

Result<ProviderRequest> writeRequest(const ChatRequest &request, const Target &target)
{
    ProviderRequest out;
    out.path = request.stream ? QByteArray(pathOf(target.model, "streamGenerateContent") + "?alt=sse")
                              : pathOf(target.model, "generateContent");
    JsonWriter json(out.body);
    json.openObject();
    if (auto error = writeConversation(json, request, target, out))
        return *std::move(error);
    writeConfig(json, request, target, out.dropped);
    json.closeObject();
    return out;
}

Result<ProviderRequest> writeTokenCountRequest(const ChatRequest &request, const Target &target)
{
    ProviderRequest out;
    out.path = pathOf(target.model, "countTokens");
    JsonWriter json(out.body);
    json.openObject().openObject("generateContentRequest").text("model", resourceOf(target.model));
    if (auto error = writeConversation(json, request, target, out))
        return *std::move(error);
    json.closeObject().closeObject();
    return out;
}

} // namespace gatehouse::gemini
