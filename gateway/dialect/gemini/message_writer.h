// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"
#include "gateway/dialect/chat_request.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/target.h"
#include "gateway/dialect/tool_names.h"

#include <optional>

namespace gatehouse::gemini {

//! Writes `systemInstruction` and `contents` of a request (translation rules, 5.7).
class MessageWriter final
{
public:
    MessageWriter(JsonWriter &json, const Target &target, ToolNames &names);

    void writeSystem(const QList<ChatPart> &system);
    //! The error, if any: 400 for what the provider does not take.
    std::optional<Error> writeMessages(const QList<ChatMessage> &messages);

private:
    std::optional<Error> writeUser(const ChatMessage &message);
    void writeModel(const ChatMessage &message);
    void writeText(QByteArrayView text);
    void writeCall(const ToolCallPart &call, bool first);
    void writeResult(const ToolResultPart &result);
    void writeMedia(const Media &media);
    std::optional<Error> writeImage(const ImagePart &image);
    std::optional<Error> writeDocument(const DocumentPart &document);
    std::optional<Error> writeFilesOf(const ToolResultPart &result);
    void closePart();

    JsonWriter &m_json;
    ToolNames &m_names;
    ToolIds m_ids;
    QByteArray m_origin;    //!< whose signatures can be sent
    QByteArray m_signature; //!< for the next part
    bool m_wantsSignature;
};

} // namespace gatehouse::gemini
