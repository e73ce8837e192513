// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/stream_watch.h"

#include "gateway/dialect/provider_error.h"
#include "gateway/dialect/sse.h"

namespace gatehouse {
namespace {

bool isErrorEvent(QByteArrayView event)
{
    return event.startsWith("event: error") || event.startsWith("event:error");
}

//! Whether a chunk is an error, or holds one: some report it beside an empty choice. Some write an empty
//! error into each chunk.
bool saysError(const ChunkKeys &keys, QByteArrayView data)
{
    const char first = keys.first(ChunkKeys::Error);
    if (first == '{')
        return !keys.isEmptyObject(ChunkKeys::Error);
    if (!data.startsWith("{\"error\""))
        return false;
    return first == '"' ? keys.isText(ChunkKeys::Error)
                        : !QByteArrayView("nf0").contains(first) && !keys.isEmptyArray(ChunkKeys::Error);
}

//! Whether a chunk of a chat or a completion says something.
bool hasContent(const ChunkKeys &keys)
{
    using enum ChunkKeys::Key;
    return keys.isText(Content) || keys.isText(ReasoningContent) || keys.isText(Reasoning) ||
           keys.isText(Refusal) || keys.isText(Text) || keys.isText(FinishReason) ||
           keys.first(ToolCalls) == '[' || keys.first(FunctionCall) == '{' || keys.first(Audio) == '{';
}

} // namespace

bool StreamWatch::pass(QByteArrayView event)
{
    const QByteArrayView data = SseSplitter::data(event);
    if (data.isEmpty())
        return true; // comments, keep-alives
    switch (m_form) {
    case StreamForm::Chat:
        return passChat(data);
    case StreamForm::Responses:
        if (data.contains("\"response.completed\"") || data.contains("\"response.incomplete\"")) {
            m_usage.read(data);
            m_ended = m_closed = true;
        } else if (data.contains("\"response.failed\"") || isErrorEvent(event)) {
            m_usage.read(data);
            m_ended = m_closed = m_failed = true;
        }
        m_content =
            m_content || !(m_failed || data.contains("\"response.created\"") ||
                           data.contains("\"response.in_progress\"") || data.contains("\"response.queued\""));
        return true;
    case StreamForm::Messages:
        m_content = m_content || data.contains("\"content_block_") || data.contains("\"message_delta\"");
        if (data.contains("\"message_start\"") || data.contains("\"message_delta\""))
            m_usage.read(data);
        else if (data.contains("\"message_stop\""))
            m_ended = m_closed = true;
        else if (isErrorEvent(event))
            m_ended = m_closed = m_failed = true;
        return true;
    case StreamForm::Contents:
        watchContents(data);
        return true;
    case StreamForm::Other:
        m_content = true;
        if (data.contains("\"usage\""))
            m_usage.read(data);
        return true;
    }
    return true;
}

void StreamWatch::watchContents(QByteArrayView data)
{
    if (!m_document)
        m_document = std::make_shared<JsonDocument>();
    const JsonView root = m_document->parse(data);
    if (holdsError(root)) {
        m_ended = m_closed = m_failed = true;
        return;
    }
    m_ended = m_ended || root["promptFeedback"]["blockReason"].isString();
    for (const JsonView candidate : root["candidates"]) {
        m_ended = m_ended || candidate["finishReason"].isString();
        m_content = m_content || !candidate["content"]["parts"].isEmpty();
        m_manyChoices = m_manyChoices || candidate["index"].integer().value_or(0) > 0;
    }
    m_content = m_content || m_ended;
    m_usage.readObject(root["usageMetadata"]);
}

bool StreamWatch::passChat(QByteArrayView data)
{
    if (data.trimmed() == "[DONE]") {
        m_ended = m_closed = true;
        return true;
    }
    m_keys.read(data);
    const ChunkKeys &keys = m_keys;
    if (saysError(keys, data)) {
        m_ended = m_closed = m_failed = true;
        return true;
    }
    m_content = m_content || hasContent(keys);
    const char index = keys.first(ChunkKeys::Index);
    m_manyChoices = m_manyChoices || (index > '0' && index <= '9');
    if (keys.first(ChunkKeys::FinishReason) == '"')
        m_ended = true;
    if (keys.first(ChunkKeys::Usage) != '{')
        return true;
    const bool told = m_usage.read(data);
    return !(m_hideUsage && told && keys.isEmptyArray(ChunkKeys::Choices));
}

} // namespace gatehouse
