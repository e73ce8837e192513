// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/stream_watch.h"

#include "gateway/dialect/sse.h"

namespace gatehouse {
namespace {

//! The first byte of the value of \a key (quotes included) in \a json; 0 if it does not occur.
//! Quotes inside strings are escaped, so that text which merely talks about the key is not found.
char firstOfValue(QByteArrayView json, QByteArrayView key, qsizetype *position = nullptr)
{
    for (qsizetype at = json.indexOf(key); at >= 0; at = json.indexOf(key, at + 1)) {
        qsizetype value = at + key.size();
        while (value < json.size() && (json[value] == ' ' || json[value] == ':'))
            ++value;
        if (value < json.size() && json[at + key.size()] != ',') {
            if (position)
                *position = value;
            return json[value];
        }
    }
    return 0;
}

//! Whether `choices` is there and empty.
bool emptyChoices(QByteArrayView json)
{
    qsizetype at = 0;
    if (firstOfValue(json, "\"choices\"", &at) != '[')
        return false;
    for (++at; at < json.size(); ++at) {
        if (json[at] != ' ')
            return json[at] == ']';
    }
    return false;
}

bool isErrorEvent(QByteArrayView event)
{
    return event.startsWith("event: error") || event.startsWith("event:error");
}

//! Whether \a key is there with a text that is not empty.
bool hasText(QByteArrayView json, QByteArrayView key)
{
    qsizetype at = 0;
    return firstOfValue(json, key, &at) == '"' && at + 1 < json.size() && json[at + 1] != '"';
}

//! Whether a chunk of a chat or a completion says something.
bool chunkHasContent(QByteArrayView json)
{
    for (const char *key : {"\"content\"", "\"reasoning_content\"", "\"reasoning\"", "\"refusal\"",
                            "\"text\"", "\"finish_reason\""}) {
        if (hasText(json, key))
            return true;
    }
    return firstOfValue(json, "\"tool_calls\"") == '[' || firstOfValue(json, "\"function_call\"") == '{' ||
           firstOfValue(json, "\"audio\"") == '{';
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
    if (root["error"]) {
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
    m_usage.readObject(root["usageMetadata"].raw());
}

bool StreamWatch::passChat(QByteArrayView data)
{
    if (data.trimmed() == "[DONE]") {
        m_ended = m_closed = true;
        return true;
    }
    // Some report it beside an empty choice.
    const char error = firstOfValue(data, "\"error\"");
    if (error == '{' || (data.startsWith("{\"error\"") && error != 'n')) {
        m_ended = m_closed = m_failed = true;
        return true;
    }
    m_content = m_content || chunkHasContent(data);
    const char index = firstOfValue(data, "\"index\"");
    m_manyChoices = m_manyChoices || (index > '0' && index <= '9');
    if (firstOfValue(data, "\"finish_reason\"") == '"')
        m_ended = true;
    if (firstOfValue(data, "\"usage\"") != '{')
        return true;
    const bool told = m_usage.read(data);
    return !(m_hideUsage && told && emptyChoices(data));
}

} // namespace gatehouse
