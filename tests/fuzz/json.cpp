// SPDX-License-Identifier: GPL-3.0-or-later
// What everything is read with: JSON is looked at in full and written again, which must say the same; events
// may be cut anywhere; arguments of tools become an object.
#include "fuzz_input.h"
#include "gateway/dialect/json_escape.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/sse_reader.h"
#include "gateway/dialect/tool_arguments.h"
#include "promise.h"

#include <QString>

using namespace gatehouse;

namespace {

//! Writes \a value anew, and looks at it in every way there is.
void rewrite(JsonWriter &json, JsonView value, QByteArrayView text)
{
    const QByteArrayView raw = value.raw();
    require(raw.data() >= text.data() && raw.data() + raw.size() <= text.data() + text.size(),
            "A value stands in its text.");
    require(!raw.isEmpty() && raw.trimmed().size() == raw.size(), "A value is cut out exactly.");
    require(value.text().isEmpty() || value.isString(), "Only a string has a text.");
    require(!value.boolean() || value.kind() == JsonView::Bool, "Only true and false are boolean.");
    require(!value.integer() || value.number(), "A whole number is a number.");
    require(value["\x01 no such key"].isMissing() || value.isObject(), "Only an object has members.");
    if (value.isObject()) {
        json.openObject();
        for (const JsonView member : value) {
            require(!value[member.key()].isMissing(), "A member is found by its name.");
            json.escapedKey(member.key());
            rewrite(json, member, text);
        }
        json.closeObject();
    } else if (value.isArray()) {
        json.openArray();
        for (const JsonView element : value)
            rewrite(json, element, text);
        json.closeArray();
    } else if (value.isString()) {
        require(value.is(value.text()), "A string is its text.");
        json.text(value.text());
    } else {
        json.raw(raw);
    }
}

QByteArray rewritten(JsonView root, QByteArrayView text)
{
    QByteArray out;
    JsonWriter json(out);
    rewrite(json, root, text);
    return out;
}

void read(QByteArrayView text)
{
    JsonDocument document;
    const JsonView root = document.parse(text);
    require(root.isMissing() == !document.problem().isEmpty(), "What is refused has a problem.");
    if (!root)
        return;
    const QByteArray once = rewritten(root, text);
    QByteArray compact;
    appendCompact(compact, root.raw());
    JsonDocument again;
    require(rewritten(again.parse(once), once) == once, "What is written reads the same.");
    require(rewritten(again.parse(compact), compact) == once, "White space between values says nothing.");
}

//! Notes what it is told.
class Notes final : public StreamSink
{
public:
    void start(QByteArrayView) override {}
    void text(QByteArrayView delta) override { said.append('\n').append(delta); }
    void reasoning(QByteArrayView) override {}
    void signature(QByteArrayView) override {}
    void redactedReasoning(QByteArrayView) override {}
    void refusal(QByteArrayView) override {}
    void tool(const ToolCallPiece &) override {}
    void toolEnd(int) override {}
    void usage(const TokenUsage &) override {}
    void stop(const StopNote &) override {}
    void done() override { said.append("\nDONE"); }
    void error(const Error &error) override
    {
        requireError(error);
        said.append("\nERROR ").append(error.message.toUtf8());
    }

    QByteArray said;
};

class EventReader final : public SseReader
{
    void event(QByteArrayView name, JsonView data, StreamSink &sink) override
    {
        const QByteArray said = name.toByteArray() + ' ' + rewritten(data, data.raw());
        sink.text(said);
    }
};

QByteArray readEvents(QByteArrayView bytes, FuzzDice dice, qsizetype mostPiece)
{
    EventReader reader;
    Notes notes;
    inPieces(bytes, dice, mostPiece, [&](const QByteArray &piece) {
        reader.feed(piece, notes);
        return true;
    });
    reader.finish(notes);
    return notes.said;
}

void scanArguments(QByteArrayView text, FuzzDice dice)
{
    requireJson(argumentsObject(text), "Arguments become an object.");
    const QByteArray wrapped = freeformArguments(text);
    requireJson(wrapped, "A text becomes an object.");
    require(!text.isValidUtf8() || freeformText(wrapped) == text, "A text comes back out of its object.");
    (void)freeformText(text);

    ArgumentScan whole;
    const QByteArrayView counted = whole.feed(text);
    ArgumentScan cut;
    QByteArray pieces;
    for (QByteArrayView rest = text; !rest.isEmpty();) {
        const qsizetype size = std::min(rest.size(), 1 + dice.roll(8));
        pieces.append(cut.feed(rest.first(size)));
        rest = rest.sliced(size);
    }
    require(pieces == counted && cut.complete() == whole.complete(), "Arguments may be cut anywhere.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    FuzzInput input(bytes, size);
    const int what = input.choose(3);
    const uint32_t seed = uint32_t(input.choose(256));
    const auto body = input.body();
    const QByteArrayView text(body.get(), input.size());
    if (what == 0)
        read(text);
    else if (what == 1)
        require(readEvents(text, FuzzDice(0), 0) == readEvents(text, FuzzDice(seed), 1 + seed % 40),
                "Events may be cut anywhere.");
    else
        scanArguments(text, FuzzDice(seed));
    return 0;
}
