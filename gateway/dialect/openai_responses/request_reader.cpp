// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/request_reader.h"

#include "gateway/dialect/openai_responses/item_reader.h"
#include "gateway/dialect/openai_responses/item_references.h"
#include "gateway/dialect/openai_responses/memory_items.h"
#include "gateway/dialect/openai_responses/tool_reader.h"
#include "gateway/dialect/turns.h"

using namespace Qt::StringLiterals;

namespace gatehouse::openai_responses {
namespace {

std::optional<Error> refuseWhatOnlyOpenAiKeeps(JsonView root)
{
    for (const QByteArrayView field : {QByteArrayView("conversation"), QByteArrayView("prompt")}) {
        if (root[field])
            return Error{400, "invalid_request_error", "unsupported_value",
                         u"The provider of this model keeps no %1: send the items themselves."_s.arg(
                             QString::fromUtf8(field)),
                         field.toByteArray()};
    }
    if (root["background"].boolean() == std::optional(true))
        return Error{400, "invalid_request_error", "unsupported_value",
                     u"The provider of this model does not work in the background."_s, "background"};
    return {};
}

void readReasoning(JsonView reasoning, ReasoningWish &wish)
{
    if (const auto effort = effortNamed(reasoning["effort"].text())) {
        wish.mode = *effort == Effort::None ? ReasoningWish::Off : ReasoningWish::ByEffort;
        wish.effort = *effort;
        wish.effortGiven = true;
    }
    JsonView summary = reasoning["summary"];
    if (!summary)
        summary = reasoning["generate_summary"];
    if (summary.isString())
        wish.show = !summary.is("none");
}

void readOutput(JsonView format, OutputFormat &output)
{
    if (format["type"].is("json_object")) {
        output.kind = OutputFormat::JsonObject;
    } else if (format["type"].is("json_schema")) {
        output = {.kind = OutputFormat::JsonSchema,
                  .name = format["name"].text(),
                  .description = format["description"].text(),
                  .schema = format["schema"].isObject() ? format["schema"].rawBytes() : QByteArray("{}"),
                  .strict = format["strict"].boolean().value_or(false)};
    }
}

void noteDropped(JsonView root, Dropped &dropped)
{
    for (const QByteArrayView field : {QByteArrayView("max_tool_calls"), QByteArrayView("service_tier"),
                                       QByteArrayView("truncation"), QByteArrayView("top_logprobs")}) {
        const JsonView value = root[field];
        if (value && !value.is("auto") && !value.is("default") && !value.is("disabled") &&
            value.integer() != std::optional<qint64>(0))
            dropped.add(field);
    }
    if (root["truncation"].is("auto"))
        dropped.add("truncation");
    if (root["text"]["verbosity"])
        dropped.add("text.verbosity");
    for (const JsonView extra : root["include"]) {
        if (!extra.is("reasoning.encrypted_content"))
            dropped.add(QByteArray("include." + extra.text()));
    }
}

std::optional<Error> readInput(JsonView items, ChatRequest &request)
{
    qsizetype early = 0; // texts of the system before the last turn
    for (const JsonView item : items) {
        const qsizetype turns = request.messages.size();
        if (auto error = readItem(item, request))
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
    if (auto error = refuseWhatOnlyOpenAiKeeps(root))
        return *std::move(error);
    QByteArray earlier;
    if (const JsonView previous = root["previous_response_id"]) {
        auto found = in.memory ? in.memory->find(in.client, previous.text()) : std::nullopt;
        if (!found)
            return Error{
                400, "invalid_request_error", "previous_response_not_found",
                u"Previous response with id '%1' not found."_s.arg(QString::fromUtf8(previous.text())),
                "previous_response_id"};
        earlier = *std::move(found);
    }
    ChatRequest request;
    request.model = in.model;
    request.stream = in.stream;
    request.refuseBuiltIns = true;
    request.echo = makeEcho(root, earlier, in);
    if (root["instructions"].isString())
        request.system.append({TextPart{root["instructions"].text()}});

    // Earlier items are not in the body: they are read from the echo, which lives as long as the request.
    JsonDocument kept;
    std::optional<Error> error;
    if (!earlier.isEmpty() || namesItems(root["input"]))
        error = readInput(kept.parse(request.echo)["items"], request);
    else if (root["input"].isString())
        request.messages.append({ChatMessage::User, {{TextPart{root["input"].text()}}}});
    else
        error = readInput(root["input"], request);
    if (!error)
        error = readTools(root, request);
    if (error)
        return *std::move(error);

    request.parallelTools = root["parallel_tool_calls"].boolean();
    request.sampling.temperature = root["temperature"].number();
    request.sampling.topP = root["top_p"].number();
    request.maxTokens = root["max_output_tokens"].integer();
    readReasoning(root["reasoning"], request.reasoning);
    readOutput(root["text"]["format"], request.output);
    request.user = root["user"].isString() ? root["user"].text() : root["safety_identifier"].text();
    request.cacheKey = root["prompt_cache_key"].text();
    noteDropped(root, request.dropped);
    return request;
}

} // namespace gatehouse::openai_responses
