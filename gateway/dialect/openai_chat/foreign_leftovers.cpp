// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/foreign_leftovers.h"

#include "gateway/dialect/openai_chat/words.h"

namespace gatehouse::openai_chat {
namespace {

bool lacksThoughts(JsonView message)
{
    const JsonView calls = message["tool_calls"];
    const JsonView thoughts = message["reasoning_content"];
    return message["role"].is("assistant") && calls.isArray() && !calls.isEmpty() &&
           (!thoughts.isString() || thoughts.is(""));
}

} // namespace

Leftovers foreignLeftovers(const ClientRequest &request, const Target &target)
{
    if (!target.host.wantsReasoningBack)
        return {};
    JsonDocument document;
    BodyEdits edits;
    const JsonView messages = document.parseObject(request.body)["messages"];
    if (!messages.isArray())
        return {};
    for (const JsonView message : messages) {
        if (message["role"].is("user"))
            edits.clear(); // what was before is not asked for
        if (!lacksThoughts(message))
            continue;
        const QByteArray value = '"' + noThoughts.toByteArray() + '"';
        if (const JsonView thoughts = message["reasoning_content"]; !thoughts.isMissing())
            replaceValue(request.body, thoughts, value, edits);
        else
            edits.push_back({{message.raw().data() - request.body.data() + 1, 0},
                             "\"reasoning_content\":" + value + ','});
    }
    return {std::move(edits), {}};
}

} // namespace gatehouse::openai_chat
