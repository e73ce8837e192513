// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/json_outline.h"

#include <boost/json/parse.hpp>

namespace gatehouse {
namespace {

//! Walks once over a well-formed text; so it asks only what it needs to know the next step.
class Outliner final
{
public:
    explicit Outliner(QByteArrayView text)
        : m_text(text)
    {
    }

    JsonNode readValue()
    {
        skipBlank();
        JsonNode node;
        node.start = node.begin = m_at;
        if (peek() == '{' || peek() == '[')
            readChildren(node);
        else if (peek() == '"')
            skipString();
        else
            skipScalar();
        node.end = m_at;
        return node;
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void readChildren(JsonNode &node)
    {
        node.kind = peek() == '{' ? JsonNode::Object : JsonNode::Array;
        const char close = node.kind == JsonNode::Object ? '}' : ']';
        ++m_at;
        for (skipBlank(); m_at < m_text.size() && peek() != close; skipBlank()) {
            JsonNode child = node.kind == JsonNode::Object ? readMember() : readValue();
            skipBlank();
            if (peek() == ',')
                child.comma = m_at++;
            node.children.push_back(std::move(child));
        }
        ++m_at;
    }

    JsonNode readMember()
    {
        const qsizetype start = m_at;
        QByteArray key = readKey();
        skipBlank();
        ++m_at; // the colon
        JsonNode node = readValue();
        node.start = start;
        node.key = std::move(key);
        return node;
    }

    //! Returns whether it holds an escape.
    bool skipString()
    {
        bool escaped = false;
        for (++m_at; m_at < m_text.size() && peek() != '"'; ++m_at) {
            if (peek() == '\\') {
                escaped = true;
                ++m_at;
            }
        }
        ++m_at;
        return escaped;
    }

    QByteArray readKey()
    {
        const qsizetype begin = m_at;
        if (!skipString())
            return m_text.sliced(begin + 1, m_at - begin - 2).toByteArray();
        boost::json::error_code error;
        const boost::json::value decoded =
            boost::json::parse({m_text.data() + begin, size_t(m_at - begin)}, error);
        const boost::json::string *string = decoded.if_string();
        return string ? QByteArray(string->data(), qsizetype(string->size())) : QByteArray();
    }

    void skipScalar()
    {
        while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n/").contains(peek()))
            ++m_at;
    }

    void skipBlank()
    {
        for (;;) {
            while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(peek()))
                ++m_at;
            if (peek() != '/' || m_at + 1 >= m_text.size())
                return;
            const QByteArrayView mark = m_text[m_at + 1] == '*' ? "*/" : "\n";
            const qsizetype end = m_text.indexOf(mark, m_at + 2);
            m_at = end < 0 ? m_text.size() : end + mark.size();
        }
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

JsonNode outlineOf(QByteArrayView text)
{
    return Outliner(text).readValue();
}

} // namespace gatehouse
