// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_escape.h"
#include "gateway/dialect/json_number.h"
#include "gateway/dialect/json_view.h"

#include <simdjson.h>

#include <cstring>

namespace od = simdjson::ondemand;

namespace gatehouse {
namespace {

constexpr qsizetype keepMemoryBelow = 4 * 1024 * 1024;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

//! The quote that closes the string whose first character \a at points to.
const char *closingQuote(const char *at, bool &escaped)
{
    for (; *at != '"'; ++at) {
        if (*at == '\\') {
            escaped = true;
            ++at;
        }
    }
    return at;
}

} // namespace

//! Walks once through a text and notes where each value stands.
class JsonDocument::Walk
{
public:
    simdjson::error_code run(QByteArrayView json, std::vector<Node> &out)
    {
        m_nodes = &out;
        if (m_padded.size() < json.size() + qsizetype(simdjson::SIMDJSON_PADDING))
            m_padded.resize(json.size() + qsizetype(simdjson::SIMDJSON_PADDING));
        m_base = m_padded.data();
        std::memcpy(m_padded.data(), json.data(), size_t(json.size()));
        std::memset(m_padded.data() + json.size(), 0, simdjson::SIMDJSON_PADDING);
        m_size = quint32(json.size());
        if (auto error =
                m_parser.iterate(m_base, size_t(json.size()), size_t(m_padded.size())).get(m_document))
            return error;
        const bool isObject = json.trimmed().startsWith('{');
        const auto error = isObject ? object(m_document.get_object(), add(JsonView::Object), 1)
                                    : array(m_document.get_array(), add(JsonView::Array), 1);
        if (error)
            return error;
        const char *next = nullptr;
        if (m_document.current_location().get(next) == simdjson::SUCCESS)
            return simdjson::TRAILING_CONTENT;
        out.front().begin = quint32(json.trimmed().data() - json.data());
        return simdjson::SUCCESS;
    }

private:
    size_t add(JsonView::Kind kind)
    {
        m_nodes->emplace_back().kind = kind;
        return m_nodes->size() - 1;
    }

    //! Ends the container \a at where the walk stands: behind its bracket, before the next token.
    void close(size_t at)
    {
        const char *next = nullptr;
        if (m_document.current_location().get(next) != simdjson::SUCCESS)
            next = m_base + m_size;
        while (isSpace(next[-1]))
            --next;
        (*m_nodes)[at].end = quint32(next - m_base);
        (*m_nodes)[at].next = quint32(m_nodes->size());
    }

    simdjson::error_code object(simdjson::simdjson_result<od::object> result, size_t at, int depth)
    {
        od::object members;
        if (auto error = std::move(result).get(members))
            return error;
        for (auto field : members) {
            od::raw_json_string name;
            if (auto error = field.key().get(name))
                return error;
            bool escaped = false;
            const char *const end = closingQuote(name.raw(), escaped);
            if (escaped && !validEscapes({name.raw(), end}))
                return simdjson::STRING_ERROR;
            const size_t child = add(JsonView::Missing);
            Node &node = (*m_nodes)[child];
            node.keyBegin = quint32(name.raw() - m_base);
            node.keyEnd = quint32(end - m_base);
            node.keyEscaped = escaped;
            if (auto error = value(field.value(), child, depth))
                return error;
        }
        close(at);
        return simdjson::SUCCESS;
    }

    simdjson::error_code array(simdjson::simdjson_result<od::array> result, size_t at, int depth)
    {
        od::array elements;
        if (auto error = std::move(result).get(elements))
            return error;
        for (auto element : elements) {
            if (auto error = value(element, add(JsonView::Missing), depth))
                return error;
        }
        close(at);
        return simdjson::SUCCESS;
    }

    simdjson::error_code value(simdjson::simdjson_result<od::value> result, size_t at, int depth)
    {
        od::value found;
        if (auto error = std::move(result).get(found))
            return error;
        if (depth >= maxDepth)
            return simdjson::DEPTH_ERROR;
        if (m_nodes->size() > maxValues)
            return simdjson::CAPACITY;
        od::json_type type;
        if (auto error = found.type().get(type))
            return error;
        std::string_view token = found.raw_json_token();
        while (!token.empty() && isSpace(token.back()))
            token.remove_suffix(1);
        Node &node = (*m_nodes)[at];
        node.begin = quint32(token.data() - m_base);
        node.end = quint32(token.data() + token.size() - m_base);
        node.next = quint32(at + 1);
        switch (type) {
        case od::json_type::object:
            node.kind = JsonView::Object;
            return object(found.get_object(), at, depth + 1);
        case od::json_type::array:
            node.kind = JsonView::Array;
            return array(found.get_array(), at, depth + 1);
        case od::json_type::string: {
            node.kind = JsonView::String;
            node.end = quint32(closingQuote(token.data() + 1, node.escaped) + 1 - m_base);
            if (node.escaped && !validEscapes({m_base + node.begin + 1, m_base + node.end - 1}))
                return simdjson::STRING_ERROR;
            od::raw_json_string text;
            return found.get_raw_json_string().get(text);
        }
        case od::json_type::number:
            node.kind = JsonView::Number;
            return isJsonNumber(token) ? simdjson::SUCCESS : simdjson::NUMBER_ERROR;
        case od::json_type::boolean:
            node.kind = JsonView::Bool;
            return found.get_bool().error();
        case od::json_type::null:
            node.kind = JsonView::Null;
            bool isNull = false;
            if (auto error = simdjson::simdjson_result<bool>(found.is_null()).get(isNull))
                return error;
            return isNull ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
        }
        return simdjson::TAPE_ERROR;
    }

    od::parser m_parser;
    od::document m_document;
    QByteArray m_padded;
    const char *m_base = nullptr;
    quint32 m_size = 0;
    std::vector<Node> *m_nodes = nullptr;
};

JsonDocument::JsonDocument()
    : m_walk(std::make_unique<Walk>())
{
}
JsonDocument::~JsonDocument() = default;

JsonView JsonDocument::parse(QByteArrayView json)
{
    m_json = json;
    m_nodes.clear();
    m_problem.clear();
    const QByteArrayView trimmed = json.trimmed();
    const bool looksWhole = (trimmed.startsWith('{') && trimmed.endsWith('}')) ||
                            (trimmed.startsWith('[') && trimmed.endsWith(']'));
    if (!looksWhole) {
        m_problem = trimmed.isEmpty() ? "it is empty" : "it is not a whole object or array";
        return {};
    }
    if (const auto error = m_walk->run(json, m_nodes)) {
        m_problem = simdjson::error_message(error);
        m_nodes.clear();
    }
    if (json.size() > keepMemoryBelow)
        m_walk = std::make_unique<Walk>(); // one huge text must not cost memory for ever
    return m_nodes.empty() ? JsonView() : JsonView(this, 0);
}

JsonView JsonDocument::parseObject(QByteArrayView json)
{
    const JsonView root = parse(json);
    if (root.isArray())
        m_problem = "it is not an object";
    return root.isObject() ? root : JsonView();
}

} // namespace gatehouse
