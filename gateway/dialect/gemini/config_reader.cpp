// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/config_reader.h"

#include "gateway/dialect/gemini/schema.h"
#include "gateway/dialect/gemini/words.h"

using namespace Qt::StringLiterals;

namespace gatehouse::gemini {
namespace {

//! What nobody else has.
constexpr QByteArrayView strangers[] = {"responseLogprobs", "logprobs",    "speechConfig",
                                        "mediaResolution",  "imageConfig", "audioTimestamp"};

Error unsupported(const QString &message, QByteArrayView member)
{
    return {400, "invalid_request_error", "unsupported_value", message,
            QByteArray("generationConfig." + member.toByteArray())};
}

//! One word of a list as the answer, which other providers can only be told of. False: \a schema is no such
//! list.
bool readChoice(JsonView schema, ChatRequest &request)
{
    QByteArray text;
    for (const JsonView value : schema["enum"]) {
        if (!value.isString())
            return false;
        text += (text.isEmpty() ? "" : ", ") + value.rawBytes();
    }
    if (text.isEmpty())
        return false;
    request.system.append(
        {TextPart{"Answer with one of these values, without quotes, and nothing else: " + text}});
    request.dropped.add("generationConfig.responseSchema");
    return true;
}

std::optional<Error> readOutput(JsonView config, ChatRequest &request)
{
    const JsonView type = field(config, "responseMimeType");
    const JsonView schema = field(config, "responseSchema");
    JsonView plain = field(config, "responseJsonSchema");
    if (!plain)
        plain = config["_responseJsonSchema"];
    if (type.is("text/x.enum") && readChoice(plain.isObject() ? plain : schema, request))
        return {};
    if (type && !type.is("application/json") && !type.is("text/plain") && !type.is(""))
        return unsupported(u"The provider of this model answers with text or JSON."_s, "responseMimeType");
    if (!type.is("application/json"))
        return {};
    request.output.kind =
        plain.isObject() || schema.isObject() ? OutputFormat::JsonSchema : OutputFormat::JsonObject;
    if (plain.isObject() || schema.isObject())
        request.output.schema = plain.isObject() ? plain.rawBytes() : jsonSchema(schema);
    return {};
}

void readThinking(JsonView thinking, ReasoningWish &wish)
{
    wish.show = field(thinking, "includeThoughts").boolean();
    const auto effort = effortNamed(field(thinking, "thinkingLevel").text().toLower());
    const auto budget = field(thinking, "thinkingBudget").integer();
    if (effort) {
        wish.mode = ReasoningWish::ByEffort;
        wish.effort = *effort;
        wish.effortGiven = true;
    } else if (budget) {
        wish.mode = *budget == 0  ? ReasoningWish::Off
                    : *budget < 0 ? ReasoningWish::Dynamic
                                  : ReasoningWish::ByBudget;
        wish.budget = std::max<qint64>(0, *budget);
    }
}

} // namespace

std::optional<Error> readConfig(JsonView config, ChatRequest &request)
{
    if (field(config, "candidateCount").integer().value_or(1) > 1)
        return unsupported(u"The provider of this model gives one candidate for each request."_s,
                           "candidateCount");
    const JsonView modalities = field(config, "responseModalities");
    if (modalities.isArray()) {
        for (const JsonView each : modalities) {
            if (each.text().toUpper() != "TEXT")
                return unsupported(u"The provider of this model answers with text only."_s,
                                   "responseModalities");
        }
    }
    request.sampling = {.temperature = config["temperature"].number(),
                        .topP = field(config, "topP").number(),
                        .topK = field(config, "topK").integer(),
                        .seed = config["seed"].integer(),
                        .frequencyPenalty = field(config, "frequencyPenalty").number(),
                        .presencePenalty = field(config, "presencePenalty").number()};
    request.maxTokens = field(config, "maxOutputTokens").integer();
    if (const JsonView stops = field(config, "stopSequences"); stops.isArray()) {
        for (const JsonView stop : stops) {
            if (!stop.is(""))
                request.stops.append(stop.text());
        }
    }
    readThinking(field(config, "thinkingConfig"), request.reasoning);
    for (const QByteArrayView stranger : strangers) {
        const JsonView value = field(config, stranger);
        if (value && value.boolean().value_or(true))
            request.dropped.add(QByteArray("generationConfig." + stranger.toByteArray()));
    }
    return readOutput(config, request);
}

} // namespace gatehouse::gemini
