// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/foreign_leftovers.h"

#include "gateway/dialect/signature.h"

namespace gatehouse::anthropic {
namespace {

bool isThought(JsonView block)
{
    return block["type"].is("thinking") || block["type"].is("redacted_thinking");
}

class ThoughtCutter final
{
public:
    ThoughtCutter(QByteArrayView body, bool claude)
        : m_body(body)
        , m_claude(claude)
    {
    }

    Leftovers cut(JsonView root)
    {
        const JsonView messages = root["messages"];
        if (!messages.isArray())
            return {};
        ElementCutter cutter(m_body, messages, m_edits);
        for (const JsonView message : messages) {
            if (isNothingElse(message))
                cutter.cut(message);
            else {
                cutMessage(message);
                cutter.keep(message);
            }
        }
        if (m_lacksThoughts && root["thinking"]["type"].is("enabled"))
            turnOffThinking(root);
        sortEdits(m_edits);
        return {std::move(m_edits), std::move(m_dropped)};
    }

private:
    bool isForeign(JsonView block) const
    {
        if (block["type"].is("redacted_thinking"))
            return isWrapped(block["data"].text());
        if (!block["type"].is("thinking"))
            return false;
        const JsonView signature = block["signature"];
        return isWrapped(signature.text()) || (m_claude && signature.is(""));
    }

    bool isNothingElse(JsonView message) const
    {
        const JsonView content = message["content"];
        if (!content.isArray() || content.isEmpty())
            return false;
        for (const JsonView block : content) {
            if (!isForeign(block))
                return false;
        }
        return true;
    }

    void cutMessage(JsonView message)
    {
        const JsonView content = message["content"];
        if (!message["role"].is("assistant"))
            return;
        m_lacksThoughts = false;
        if (!content.isArray())
            return;
        bool others = false; // it was not Claude that spoke
        bool calls = false;
        bool thinks = false;
        ElementCutter cutter(m_body, content, m_edits);
        for (const JsonView block : content) {
            if (isForeign(block)) {
                cutter.cut(block);
                others = true;
                continue;
            }
            cutter.keep(block);
            if (block["type"].is("tool_use")) {
                calls = true;
                others = others || !block["id"].text().startsWith("toolu_");
            }
            thinks = thinks || isThought(block);
        }
        m_lacksThoughts = m_claude && others && calls && !thinks;
    }

    void turnOffThinking(JsonView root)
    {
        replaceValue(m_body, root["thinking"], R"({"type":"disabled"})", m_edits);
        m_dropped.add("thinking");
        // What clears thoughts is refused where there are none.
        const JsonView edits = root["context_management"]["edits"];
        if (!edits.isArray())
            return;
        ElementCutter cutter(m_body, edits, m_edits);
        for (const JsonView edit : edits) {
            if (edit["type"].text().startsWith("clear_thinking"))
                cutter.cut(edit);
            else
                cutter.keep(edit);
        }
    }

    QByteArrayView m_body;
    bool m_claude;
    bool m_lacksThoughts = false; //!< the last assistant's turn calls tools, and has no thoughts of Claude's
    BodyEdits m_edits;
    Dropped m_dropped;
};

} // namespace

Leftovers foreignLeftovers(const ClientRequest &request, const Target &target)
{
    JsonDocument document;
    return ThoughtCutter(request.body, target.traits.claude).cut(document.parseObject(request.body));
}

} // namespace gatehouse::anthropic
