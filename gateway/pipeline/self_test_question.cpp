// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pipeline/self_test_question.h"

#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/model_traits.h"
#include "gateway/usage/pricing.h"

namespace gatehouse {
namespace {

constexpr qint64 askedBytesPerToken = 3; // on the safe side of the usual four
constexpr qint64 tokensOfImage = 1600;   // the most that a provider counts for one so small

//! 64 × 64 pixels, purple on the left and green on the right: two colours that nobody guesses.
constexpr char twoColours[] =
    "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAUElEQVR42u3PMREAAAjEMKQjBanggOm3XGsg1TXRr+wAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAN8LBt0A076kH6YAAAAASUVORK5CYII=";

//! A model that thinks needs room for it before it says anything.
qint64 mostTokens(Feature feature)
{
    if (feature == Feature::StopReason)
        return 16;
    return feature == Feature::Reasoning ? 2048 : 1024;
}

QByteArrayView promptOf(Feature feature)
{
    switch (feature) {
    case Feature::Text:
        return "Say hello in one word.";
    case Feature::Stream:
    case Feature::StreamUsage:
        return "Count from one to ten in words.";
    case Feature::ParallelTools:
        return "What is the weather in Paris and in Rome? Call get_weather for both cities at once.";
    case Feature::ZeroArgumentTool:
        return "Call the tool get_time now.";
    case Feature::Image:
        return "Which two colours does this image show? Answer with two English words.";
    case Feature::StructuredOutput:
        return "Ann is 30 years old. Give her name and age.";
    case Feature::Reasoning:
        return "A bat and a ball cost 1.10 together; the bat costs 1.00 more than the ball. What is the "
               "price "
               "of the ball? Think first.";
    case Feature::LongToolName:
        return "What is the weather in Paris? Call the tool.";
    case Feature::StopReason:
        return "Write two hundred words about the sea.";
    }
    return {};
}

QByteArray toolOf(QByteArrayView name, bool city)
{
    QByteArray tools;
    JsonWriter json(tools);
    json.openArray().openObject().text("type", "function").openObject("function").text("name", name);
    json.text("description", city ? "Tells the weather of one city." : "Tells the time.");
    json.raw("parameters",
             city ? QByteArrayView(
                        R"({"type":"object","properties":{"city":{"type":"string"}},"required":["city"]})")
                  : QByteArrayView(R"({"type":"object","properties":{}})"));
    json.closeObject().closeObject().closeArray();
    return tools;
}

void addWish(JsonWriter &json, Feature feature)
{
    switch (feature) {
    case Feature::Stream: // without stream_options, which not every provider takes
        json.flag("stream", true);
        break;
    case Feature::StreamUsage:
        json.flag("stream", true).raw("stream_options", R"({"include_usage":true})");
        break;
    case Feature::ParallelTools:
        json.raw("tools", toolOf("get_weather", true)).flag("parallel_tool_calls", true);
        break;
    case Feature::ZeroArgumentTool:
        json.raw("tools", toolOf("get_time", false));
        break;
    case Feature::LongToolName:
        json.raw("tools", toolOf(longToolName, true));
        break;
    case Feature::StructuredOutput:
        json.raw(
            "response_format",
            R"({"type":"json_schema","json_schema":{"name":"person","strict":true,"schema":{"type":"object",)"
            R"("properties":{"name":{"type":"string"},"age":{"type":"integer"}},"required":["name","age"],)"
            R"("additionalProperties":false}}})");
        break;
    case Feature::Reasoning:
        json.text("reasoning_effort", "low");
        break;
    case Feature::Text:
    case Feature::Image:
    case Feature::StopReason:
        break;
    }
}

} // namespace

QByteArray selfTestQuestion(Feature feature, const QByteArray &model)
{
    QByteArray body;
    JsonWriter json(body);
    json.openObject().text("model", model).openArray("messages").openObject().text("role", "user");
    if (feature == Feature::Image) {
        json.openArray("content")
            .openObject()
            .text("type", "text")
            .text("text", promptOf(feature))
            .closeObject();
        json.openObject().text("type", "image_url").openObject("image_url");
        json.text("url", QByteArray(QByteArray("data:image/png;base64,") + twoColours));
        json.closeObject().closeObject().closeArray();
    } else {
        json.text("content", promptOf(feature));
    }
    json.closeObject().closeArray();
    json.number(modelTraits(model).maxCompletionTokens ? "max_completion_tokens" : "max_tokens",
                mostTokens(feature));
    addWish(json, feature);
    json.closeObject();
    return body;
}

SelfTestEstimate selfTestEstimate(const QByteArray &model, const std::optional<Price> &price, bool free)
{
    SelfTestEstimate estimate;
    for (const Feature feature : allFeatures) {
        ++estimate.requests;
        estimate.inputTokens += feature == Feature::Image
                                    ? tokensOfImage
                                    : selfTestQuestion(feature, model).size() / askedBytesPerToken;
        estimate.outputTokens += mostTokens(feature);
    }
    if (free)
        estimate.usd = 0;
    else if (price)
        estimate.usd = costOf(*price, {.input = estimate.inputTokens, .output = estimate.outputTokens});
    return estimate;
}

} // namespace gatehouse
