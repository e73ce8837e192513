// SPDX-License-Identifier: GPL-3.0-or-later
// What routing reads of a body without rebuilding it: the places it names are right, so that a body into
// which another model is spliced says that model and else the same; and it refuses no more than a parser
// would.
#include "gateway/dialect/peek.h"
#include "fuzz_input.h"
#include "gateway/dialect/json_view.h"
#include "promise.h"

#include <QString>

using namespace gatehouse;

namespace {

constexpr QByteArrayView usageOption = ",\"stream_options\":{\"include_usage\":true}";

void requireSpan(const Span &span, QByteArrayView body)
{
    require(span.begin >= 0 && span.length >= 0 && span.begin + span.length <= body.size(),
            "A place is within the body.");
}

//! \a body as it goes to a provider that has another name for the model.
QByteArray spliced(QByteArrayView body, const Peek &peek, QByteArrayView model, bool usage)
{
    QByteArray out;
    qsizetype copied = 0;
    if (peek.modelSpan.found()) {
        out.append(body.first(peek.modelSpan.begin)).append(model);
        copied = peek.modelSpan.begin + peek.modelSpan.length;
    }
    if (usage) {
        out.append(body.sliced(copied, peek.objectEnd - copied)).append(usageOption);
        copied = peek.objectEnd;
    }
    return out.append(body.sliced(copied));
}

bool same(const Peek &a, const Peek &b)
{
    return a.model == b.model && a.modelSpan.begin == b.modelSpan.begin &&
           a.modelSpan.length == b.modelSpan.length && a.stream == b.stream &&
           a.streamOptions == b.streamOptions && a.objectEnd == b.objectEnd;
}

//! Members besides `model` and the `stream_options` that was added.
QByteArrayList otherMembers(JsonView root, bool usage)
{
    QByteArrayList members;
    for (const JsonView member : root) {
        if (member.key() != "model")
            members.append(member.key() + ':' + member.raw().toByteArray());
    }
    if (usage)
        members.removeLast();
    return members;
}

void requireSplice(QByteArrayView body, JsonView before, const Peek &peek, JsonPeek::ModelIn modelIn)
{
    const bool usage =
        !peek.streamOptions && modelIn == JsonPeek::Body; // Gemini's dialect has no such option
    const QByteArray sent = spliced(body, peek, "\"other/\\u006dodel\"", usage);
    JsonDocument document;
    const JsonView root = document.parseObject(sent);
    require(bool(root), "A spliced body is JSON again.");
    require(modelIn == JsonPeek::Path || root["model"].is("other/model"), "It names the other model.");
    require(!usage || root["stream_options"]["include_usage"].boolean() == true, "It asks for usage.");
    const bool repeated = usage && !before["stream_options"].isMissing();
    require(!repeated, "What the client says itself is not said twice.");
    const auto removed = modelIn == JsonPeek::Path ? QByteArrayList() : otherMembers(before, false);
    require(modelIn == JsonPeek::Path || otherMembers(root, usage) == removed, "All else is as it was.");
}

void readJson(QByteArrayView text, QByteArrayView required, JsonPeek::ModelIn modelIn)
{
    JsonPeek peeker;
    const QByteArray tight(text.data(), text.size());
    QByteArray padded = tight;
    padded.reserve(text.size() + 64);
    const Result<Peek> peek = peeker.read(padded, required, modelIn);
    const Result<Peek> copied = peeker.read(tight, required, modelIn);
    require(bool(peek) == bool(copied) && (!peek || same(*peek, *copied)),
            "Spare bytes behind a body make no difference.");
    JsonDocument document;
    const JsonView root = document.parseObject(text);
    if (!peek) {
        requireError(peek.error());
        // Half a character is no name.
        require(peek.error().code != "invalid_json" || !root || text.toByteArray().toLower().contains("\\ud"),
                "Only what is no JSON object is refused as such.");
        return;
    }
    require(peek->objectEnd >= 0 && peek->objectEnd < text.size() && text[peek->objectEnd] == '}',
            "The body's closing brace is found.");
    require(text.sliced(peek->objectEnd + 1).trimmed().isEmpty(), "Nothing follows the closing brace.");
    require(peek->modelSpan.found() == (modelIn == JsonPeek::Body),
            "The model's place is where it was to be.");
    if (modelIn == JsonPeek::Body) {
        requireSpan(peek->modelSpan, text);
        const QByteArrayView token = text.sliced(peek->modelSpan.begin, peek->modelSpan.length);
        require(token.size() > 2 && token.startsWith('"') && token.endsWith('"'), "A model is a string.");
    }
    if (!root) // an escape that no string can have, or more depth than we read: the provider's affair
        return;
    if (modelIn == JsonPeek::Body) {
        require(root["model"].is(peek->model), "The model is the one that a parser reads.");
        require(peek->stream == root["stream"].boolean().value_or(false), "So is what is said of a stream.");
    }
    require(peek->streamOptions == !root["stream_options"].isMissing(), "Options of a stream are noticed.");
    requireSplice(text, root, *peek, modelIn);
}

//! \a text: the boundary's line, then the body.
void readMultipart(QByteArrayView text)
{
    const qsizetype end = std::max<qsizetype>(0, text.indexOf('\n'));
    const QByteArray type = "multipart/form-data; boundary=" + text.first(end).toByteArray();
    const QByteArrayView body = text.sliced(std::min(end + 1, text.size()));
    const Result<Peek> peek = peekMultipart(body, type);
    if (!peek)
        return requireError(peek.error());
    requireSpan(peek->modelSpan, body);
    require(!peek->jsonModel && peek->objectEnd < 0, "A form is no JSON.");
    require(body.sliced(peek->modelSpan.begin, peek->modelSpan.length) == peek->model, "The model is there.");
    const QByteArray sent = spliced(body, *peek, "other", false);
    const Result<Peek> again = peekMultipart(sent, type);
    require(again && again->model == "other" && again->stream == peek->stream,
            "A spliced form says the other model, and else the same.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    constexpr std::array<QByteArrayView, 7> required = {"messages", "input",    "prompt", "contents",
                                                        "content",  "requests", {}};
    FuzzInput input(bytes, size);
    const int what = input.choose(3);
    const QByteArrayView field = required[size_t(input.choose(int(required.size())))];
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    if (what == 2)
        readMultipart(text);
    else
        readJson(text, field, what == 0 ? JsonPeek::Body : JsonPeek::Path);
    return 0;
}
