// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_walk.h"

#include "gateway/dialect/json_number.h"

#include <cstring>

namespace od = simdjson::ondemand;

namespace gatehouse {
namespace {

constexpr int maxDepth = 512;

//! \a token without the white space that may follow it.
std::string_view withoutSpace(std::string_view token)
{
    return token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
}

template<size_t N>
bool startsWith(const char *text, const char (&prefix)[N])
{
    return std::memcmp(text, prefix, N - 1) == 0;
}

//! Whether an id of ours stands at \a text: \a prefix, 32 digits, and \a end.
template<size_t N>
bool isOurId(const char *text, const char (&prefix)[N], char end)
{
    constexpr size_t digits = 32;
    return startsWith(text, prefix) && text[N - 1 + digits] == end;
}

//! Whether the string at \a text begins like something of ours. What stands behind the JSON is readable, as
//! simdjson asks for it.
bool looksLikeOurs(const char *text)
{
    switch (*text) {
    case 'g':
        return startsWith(text, "gatehouse.");
    case 'Z':
        return startsWith(text, "Z2F0ZWhvdXNl"); // the same in base64
    case 'r':
        return isOurId(text, "rs_", '_') || isOurId(text, "resp_", '"');
    case 'm':
        return isOurId(text, "msg_", '_');
    case 'f':
        return isOurId(text, "fc_", '_');
    case 'c':
        return isOurId(text, "ctc_", '_');
    default:
        return false;
    }
}

//! Whether the id at \a text is that of a call of Claude's, also of one that its service makes.
bool isOfClaude(const char *text)
{
    return startsWith(text, "toolu_") || startsWith(text, "srvtoolu_") || startsWith(text, "mcptoolu_");
}

} // namespace

simdjson::error_code JsonWalk::walk(od::value value, int depth)
{
    if (depth > maxDepth)
        return simdjson::DEPTH_ERROR;
    od::json_type type;
    if (auto error = value.type().get(type))
        return error;
    switch (type) {
    case od::json_type::object:
        return walkObject(value, depth);
    case od::json_type::array: {
        od::array array;
        if (auto error = value.get_array().get(array))
            return error;
        for (auto element : array) {
            od::value child;
            if (auto error = element.get(child))
                return error;
            if (auto error = walk(child, depth + 1))
                return error;
        }
        return simdjson::SUCCESS;
    }
    case od::json_type::boolean:
        return value.get_bool().error();
    case od::json_type::null: {
        bool isNull = false;
        const auto error = simdjson::simdjson_result<bool>(value.is_null()).get(isNull);
        return error ? error : isNull ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
    }
    case od::json_type::number:
        // The token's grammar alone: a number beyond a double's range is the provider's affair.
        return isJsonNumber(withoutSpace(value.raw_json_token())) ? simdjson::SUCCESS
                                                                  : simdjson::NUMBER_ERROR;
    case od::json_type::string: {
        od::raw_json_string text;
        if (auto error = value.get_raw_json_string().get(text)) // escapes are the provider's affair
            return error;
        m_traces.wrapped = m_traces.wrapped || looksLikeOurs(text.raw());
        return simdjson::SUCCESS;
    }
    }
    return simdjson::TAPE_ERROR;
}

//! Of a member: its name behind the opening quote, and its value.
void JsonWalk::note(const char *key, const char *value)
{
    switch (*key) {
    case 's':
        if (startsWith(key, "signature\"") && startsWith(value, "\"\""))
            m_traces.unsignedThoughts = true;
        break;
    case 'i':
        if (startsWith(key, "id\"") && *value == '"')
            (isOfClaude(value + 1) ? m_traces.claudeIds : m_traces.otherIds) = true;
        break;
    case 'b':
        m_traces.budget = m_traces.budget || startsWith(key, "budget_tokens\"");
        break;
    case 'r':
        m_traces.reasoning = m_traces.reasoning || startsWith(key, "reasoning_content\"");
        break;
    default:
        break;
    }
}

simdjson::error_code JsonWalk::walkObject(od::value value, int depth)
{
    od::object object;
    if (auto error = value.get_object().get(object))
        return error;
    for (auto field : object) {
        od::raw_json_string key;
        if (auto error = field.key().get(key))
            return error;
        od::value child;
        if (auto error = field.value().get(child))
            return error;
        note(key.raw(), child.raw_json_token().data());
        if (auto error = walk(child, depth + 1))
            return error;
    }
    return simdjson::SUCCESS;
}

} // namespace gatehouse
