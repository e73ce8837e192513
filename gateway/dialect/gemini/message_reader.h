// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/gemini/call_finder.h"
#include "gateway/dialect/json_view.h"

#include <optional>

namespace gatehouse::gemini {

//! Reads `contents` one by one.
class MessageReader final
{
public:
    explicit MessageReader(ChatRequest &request)
        : m_request(request)
    {
    }

    //! The error, if any: 400 for what must not be dropped.
    std::optional<Error> read(JsonView content);

private:
    void takeThought(ChatMessage &turn);
    std::optional<Error> readPart(JsonView part, QList<ChatPart> &parts);
    void readCall(JsonView call, QList<ChatPart> &parts);
    void readResult(JsonView result, QList<ChatPart> &parts);

    ChatRequest &m_request;
    CallFinder m_calls;
};

//! `systemInstruction`, a content or a text.
void readSystem(JsonView instruction, ChatRequest &request);

} // namespace gatehouse::gemini
