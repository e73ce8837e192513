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

//! \a items but for those that are foreign.
QByteArray own(const QByteArray &items)
{
    QByteArray left;
    JsonWriter json(left);
    JsonDocument document;
    json.openArray();
    for (const JsonView item : document.parse(items)) {
        if (!isForeign(item))
            json.raw(item.raw());
    }
    json.closeArray();
    return left;
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

BodyEdits foreignLeftovers(const ClientRequest &request, const Target &)
{
    JsonDocument document;
    const JsonView root = document.parseObject(request.body);
    const JsonView input = root["input"];
    BodyEdits edits;
    const JsonView previous = root["previous_response_id"];
    const auto earlier = request.memory && previous.isString()
                             ? request.memory->find(request.client, previous.text())
                             : std::nullopt;
    if (input && (earlier || namesKnown(input, request))) {
        replaceValue(request.body, input, own(wholeInput(input, earlier.value_or(QByteArray()), request)),
                     edits);
        if (earlier)
            cutMember(request.body, root, "previous_response_id", edits);
        sortEdits(edits);
        return edits;
    }
    if (!input.isArray())
        return edits;
    ElementCutter cutter(request.body, input, edits);
    for (const JsonView item : input) {
        if (isForeign(item))
            cutter.cut(item);
        else
            cutter.keep(item);
    }
    return edits;
}

} // namespace gatehouse::openai_responses
