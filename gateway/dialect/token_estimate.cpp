// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/token_estimate.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qint64 perMessage = 4;
constexpr qint64 perTool = 8;
constexpr qint64 perImage = 1500;
constexpr qint64 base64BytesPerToken = 32; // 24 bytes of the file

qint64 tokensOf(const TextPart &text)
{
    return estimateTokens(text.text);
}

qint64 tokensOf(const ImagePart &)
{
    return perImage;
}

qint64 tokensOf(const DocumentPart &document)
{
    if (document.media.base64.isEmpty())
        return document.text.isEmpty() ? perImage : estimateTokens(document.text);
    return std::max(perImage, qint64(document.media.base64.size()) / base64BytesPerToken);
}

qint64 tokensOf(const ToolCallPart &call)
{
    return perTool + estimateTokens(call.name) + estimateTokens(call.arguments);
}

qint64 tokensOf(const ToolResultPart &result)
{
    qint64 sum = perTool;
    for (const auto &item : result.content)
        sum += std::visit([](const auto &part) { return tokensOf(part); }, item);
    return sum;
}

qint64 tokensOf(const ReasoningPart &reasoning)
{
    return estimateTokens(reasoning.text);
}

qint64 tokensOf(const RefusalPart &refusal)
{
    return estimateTokens(refusal.text);
}

qint64 tokensOf(const QList<ChatPart> &parts)
{
    qint64 sum = 0;
    for (const ChatPart &each : parts)
        sum += std::visit([](const auto &part) { return tokensOf(part); }, each.content);
    return sum;
}

} // namespace

qint64 estimateTokens(QByteArrayView utf8)
{
    qint64 quarters = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        quarters += byte < 0x80 ? 1 : byte >= 0xe0 ? 4 : byte >= 0xc0 ? 2 : 0;
    }
    return (quarters + 3) / 4;
}

qint64 estimateTokens(const ChatRequest &request)
{
    qint64 sum = tokensOf(request.system) + perMessage;
    for (const ChatMessage &message : request.messages)
        sum += perMessage + tokensOf(message.parts);
    for (const ChatTool &tool : request.tools)
        sum += perTool + estimateTokens(tool.name) + estimateTokens(tool.description) +
               estimateTokens(tool.schema) + estimateTokens(tool.definition);
    return sum + estimateTokens(request.output.schema);
}

} // namespace gatehouse
