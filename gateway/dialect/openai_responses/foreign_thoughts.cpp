// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/foreign_thoughts.h"

#include "gateway/dialect/openai_responses/item_writer.h"
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

} // namespace

BodyEdits withoutForeignThoughts(QByteArrayView body, const Target &)
{
    JsonDocument document;
    const JsonView input = document.parseObject(body)["input"];
    BodyEdits edits;
    if (!input.isArray())
        return edits;
    ElementCutter cutter(body, input, edits);
    for (const JsonView item : input) {
        if (isForeign(item))
            cutter.cut(item);
        else
            cutter.keep(item);
    }
    return edits;
}

} // namespace gatehouse::openai_responses
