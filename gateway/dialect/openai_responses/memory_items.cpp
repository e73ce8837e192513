// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/memory_items.h"

#include "gateway/dialect/openai_responses/item_references.h"

namespace gatehouse::openai_responses {
namespace {

//! A field that a response repeats, and what stands there where the request has none.
struct Field
{
    QByteArrayView name;
    QByteArrayView fallback;
};

constexpr Field repeated[] = {
    {"instructions", "null"},
    {"max_output_tokens", "null"},
    {"metadata", "{}"},
    {"parallel_tool_calls", "true"},
    {"previous_response_id", "null"},
    {"reasoning", R"({"effort":null,"summary":null})"},
    {"store", "true"},
    {"temperature", "1"},
    {"text", R"({"format":{"type":"text"}})"},
    {"tool_choice", R"("auto")"},
    {"tools", "[]"},
    {"top_p", "1"},
    {"truncation", R"("disabled")"},
    {"user", "null"},
};

} // namespace

QByteArray wholeInput(JsonView input, const QByteArray &earlier, const ClientRequest &in)
{
    ItemReferences references(in, input);
    QByteArray items;
    JsonWriter json(items);
    json.openArray();
    JsonDocument document;
    for (const JsonView item : document.parse(earlier))
        json.raw(item.raw());
    if (input.isString())
        json.openObject().text("role", "user").raw("content", input.raw()).closeObject();
    else {
        for (const JsonView item : input) {
            const QByteArrayView meant = isReference(item) ? references.find(item) : QByteArrayView();
            json.raw(meant.isEmpty() ? item.raw() : meant);
        }
    }
    json.closeArray();
    return items;
}

QByteArray makeEcho(JsonView root, const QByteArray &earlier, const ClientRequest &in)
{
    QByteArray echo;
    JsonWriter json(echo);
    json.openObject().openObject("response");
    for (const Field &field : repeated) {
        const JsonView value = root[field.name];
        json.raw(field.name, value ? value.raw() : field.fallback);
    }
    json.closeObject();
    bool sealed = false;
    for (const JsonView extra : root["include"])
        sealed = sealed || extra.is("reasoning.encrypted_content");
    json.flag("sealed", sealed);
    const JsonView input = root["input"];
    if (!earlier.isEmpty() || root["store"].boolean().value_or(true) || namesItems(input))
        json.raw("items", wholeInput(input, earlier, in));
    json.closeObject();
    return echo;
}

void keepItems(const ReplyContext &context, JsonView echo, const QByteArray &id,
               const std::vector<Item> &items)
{
    if (!context.memory || !echo["response"]["store"].boolean().value_or(false))
        return;
    QByteArray all;
    JsonWriter json(all);
    json.openArray();
    for (const JsonView item : echo["items"])
        json.raw(item.raw());
    for (const Item &item : items) {
        if (item.kind != PartKind::Image) // long, and nobody takes one back
            writeItem(json, item, false, true);
    }
    json.closeArray();
    context.memory->keep(context.client, id, all);
}

} // namespace gatehouse::openai_responses
