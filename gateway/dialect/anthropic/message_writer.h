// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/tool_names.h"

#include <optional>

namespace gatehouse::anthropic {

//! Writes `system` and `messages` of a request (translation rules, A3).
class MessageWriter final
{
public:
    MessageWriter(JsonWriter &json, ToolNames &names);

    void writeSystem(const QList<ChatPart> &system);
    //! The error, if any: 400 for what the provider does not take.
    std::optional<Error> writeMessages(const QList<ChatMessage> &messages);

private:
    std::optional<Error> writeMessage(const ChatMessage &message, bool last);
    std::optional<Error> writePart(const ChatPart &part, bool endsPrefill);
    std::optional<Error> writeImage(const ImagePart &image);
    std::optional<Error> writeDocument(const DocumentPart &document);
    std::optional<Error> writeResult(const ToolResultPart &result);
    void writeReasoning(const ReasoningPart &reasoning);
    void closeBlock(const ChatPart &part);

    JsonWriter &m_json;
    ToolNames &m_names;
    ToolIds m_ids;
};

} // namespace gatehouse::anthropic
