// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/target.h"
#include "gateway/dialect/tool_names.h"

#include <optional>

namespace gatehouse::openai_chat {

//! Writes the `messages` of a request (translation rules, B2).
class MessageWriter final
{
public:
    MessageWriter(JsonWriter &json, const Target &target, ToolNames &names, Dropped &dropped)
        : m_json(json)
        , m_target(target)
        , m_names(names)
        , m_dropped(dropped)
        , m_ids(target.host.maxToolId)
    {
    }

    //! The whole list. The error, if any: 400 for what the provider does not take.
    std::optional<Error> write(const ChatRequest &request);

private:
    void writeSystem(const QList<ChatPart> &system);
    std::optional<Error> writeUser(const ChatMessage &message);
    std::optional<Error> writeContent(const std::vector<const ChatPart *> &parts);
    std::optional<Error> writePart(const ChatPart &part);
    std::optional<Error> writeDocument(const DocumentPart &document);
    void writeImage(const Media &media);
    void writeAssistant(const ChatMessage &message);
    void writeReasoningBack(const ChatMessage &message);
    void writeCall(const ToolCallPart &call);
    void writeResult(const ToolResultPart &result, std::vector<ChatPart> &images);
    void writeCache(const ChatPart &part);

    JsonWriter &m_json;
    const Target &m_target;
    ToolNames &m_names;
    Dropped &m_dropped;
    ToolIds m_ids;
};

} // namespace gatehouse::openai_chat
