// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/foreign_leftovers.h"

#include "gateway/dialect/openai_responses/item_references.h"
#include "gateway/dialect/openai_responses/item_writer.h"
#include "gateway/dialect/openai_responses/memory_items.h"
#include "gateway/dialect/signature.h"

namespace gatehouse::openai_responses {
namespace {

bool isForeign(JsonView item)
{
    if (!item["type"].is("reasoning"))
        return false;
    const JsonView sealed = item["encrypted_content"];
    return sealed.isString() ? isWrapped(sealed.text()) : !tokenOf(item["id"].text()).isEmpty();
}

//! Whether some of \a input only names an item that is remembered.
bool namesKnown(JsonView input, const ClientRequest &request)
{
    if (!input.isArray() || !namesItems(input))
        return false;
    ItemReferences references(request, input);
    for (const JsonView item : input) {
        if (item["type"].is("item_reference") && !references.find(item).isEmpty())
            return true;
    }
    return false;
}

//! \a items but for those that are foreign; empty if they cannot be read.
QByteArray own(const QByteArray &items)
{
    JsonDocument document;
    const JsonView all = document.parse(items);
    if (!all.isArray())
        return {};
    QByteArray left;
    JsonWriter json(left);
    json.openArray();
    for (const JsonView item : all) {
        if (!isForeign(item))
            json.raw(item.raw());
    }
    json.closeArray();
    return left;
}

//! Puts \a items in the place of \a root's input, which may be missing.
void sayInFull(QByteArrayView body, JsonView root, const QByteArray &items, BodyEdits &edits)
{
    if (const JsonView input = root["input"]; !input.isMissing())
        return replaceValue(body, input, items, edits);
    const qsizetype inside = root.raw().data() - body.data() + 1;
    edits.push_back({{inside, 0}, "\"input\":" + items + ','});
}

void cutMember(QByteArrayView body, JsonView root, QByteArrayView name, BodyEdits &edits)
{
    ElementCutter cutter(body, root, edits);
    for (const JsonView member : root) {
        if (member.key() == name)
            cutter.cut(member);
        else
            cutter.keep(member);
    }
}

} // namespace

Leftovers foreignLeftovers(const ClientRequest &request, const Target &)
{
    JsonDocument document;
    const JsonView root = document.parseObject(request.body);
    const JsonView input = root["input"];
    const JsonView previous = root["previous_response_id"];
    const auto earlier = request.memory && previous.isString()
                             ? request.memory->find(request.client, previous.text())
                             : std::nullopt;
    BodyEdits edits;
    if (earlier || namesKnown(input, request)) {
        const QByteArray items = own(wholeInput(input, earlier.value_or(QByteArray()), request));
        if (items.isEmpty())
            return {};
        sayInFull(request.body, root, items, edits);
        if (earlier)
            cutMember(request.body, root, "previous_response_id", edits);
        sortEdits(edits);
        return {std::move(edits), {}};
    }
    if (!input.isArray())
        return {};
    ElementCutter cutter(request.body, input, edits);
    for (const JsonView item : input) {
        if (isForeign(item))
            cutter.cut(item);
        else
            cutter.keep(item);
    }
    return {std::move(edits), {}};
}

} // namespace gatehouse::openai_responses
