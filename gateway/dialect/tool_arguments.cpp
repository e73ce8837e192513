// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/tool_arguments.h"

#include "gateway/dialect/json_escape.h"
#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/provider_error.h"

namespace gatehouse {

QByteArray argumentsObject(QByteArrayView arguments)
{
    JsonDocument document;
    const JsonView root = document.parse(arguments);
    if (!root.isObject())
        return "{}";
    QByteArray compact;
    compact.reserve(arguments.size());
    appendCompact(compact, root.raw());
    return compact;
}

QByteArray freeformArguments(QByteArrayView text)
{
    QByteArray json;
    JsonWriter(json).openObject().text("input", text).closeObject();
    return json;
}

QByteArray freeformText(QByteArrayView arguments)
{
    JsonDocument document;
    const JsonView input = document.parse(arguments)["input"];
    QByteArray text;
    if (input.isString())
        input.appendTextTo(text);
    else
        text = arguments.toByteArray();
    return text;
}

Error endlessArguments()
{
    return modelError(u"began a tool call and then wrote white space without an end");
}

QByteArrayView ArgumentScan::feed(QByteArrayView bytes)
{
    if (m_complete)
        return {};
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        const bool space = !m_inString && (c == ' ' || c == '\n' || c == '\t' || c == '\r');
        if (space) {
            ++m_spaces;
            continue;
        }
        m_spaces = 0;
        m_begun = true;
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                m_inString = false;
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if ((c == '}' || c == ']') && --m_depth <= 0) {
            m_complete = true;
            return bytes.first(i + 1);
        }
    }
    return bytes;
}

} // namespace gatehouse
