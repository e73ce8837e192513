// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/usage_reader.h"

#include <simdjson.h>

namespace gatehouse {
namespace {

constexpr qsizetype maxUsageObject = 16 * 1024;
constexpr qint64 plausible = 1'000'000'000; // more tokens than that is a broken or a hostile answer

//! The length of the object that begins \a json, or −1 when it does not end in time.
qsizetype objectLength(QByteArrayView json)
{
    int depth = 0;
    bool inString = false;
    const qsizetype limit = qMin(json.size(), maxUsageObject);
    for (qsizetype i = 0; i < limit; ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

qsizetype skipSpace(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t'))
        ++at;
    return at;
}

std::optional<qint64> count(simdjson::simdjson_result<simdjson::dom::element> element)
{
    int64_t number = 0;
    if (element.get(number) != simdjson::SUCCESS || number < 0 || number > plausible)
        return std::nullopt;
    return number;
}

void take(qint64 &field, std::optional<qint64> value)
{
    if (value)
        field = *value;
}

} // namespace

QByteArrayView lastObject(QByteArrayView json, QByteArrayView key)
{
    qsizetype end = json.size();
    while (end > 0) {
        const qsizetype at = json.lastIndexOf(key, end - key.size());
        if (at < 0 || end < key.size())
            return {};
        qsizetype value = skipSpace(json, at + key.size());
        if (value < json.size() && json[value] == ':') {
            value = skipSpace(json, value + 1);
            if (value < json.size() && json[value] == '{') {
                const QByteArrayView object = json.sliced(value);
                const qsizetype length = objectLength(object);
                return length < 0 ? QByteArrayView() : object.first(length);
            }
        }
        end = at;
    }
    return {};
}

bool UsageReader::read(QByteArrayView json)
{
    return readObject(lastObject(json, m_dialect == Dialect::Gemini ? "\"usageMetadata\"" : "\"usage\""));
}

bool UsageReader::readObject(QByteArrayView object)
{
    if (object.isEmpty() || object.size() > maxUsageObject)
        return false;
    simdjson::dom::parser parser;
    simdjson::dom::object usage;
    if (parser.parse(object.data(), size_t(object.size())).get(usage) != simdjson::SUCCESS)
        return false;

    TokenUsage tokens = m_tokens.value_or(TokenUsage{});
    bool any = false;
    const auto first = [&](std::initializer_list<const char *> pointers) -> std::optional<qint64> {
        for (const char *pointer : pointers) {
            if (const auto value = count(usage.at_pointer(pointer))) {
                any = true;
                return value;
            }
        }
        return std::nullopt;
    };

    switch (m_dialect) {
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi:
        take(tokens.input, first({"/prompt_tokens", "/input_tokens"}));
        take(tokens.output, first({"/completion_tokens", "/output_tokens"}));
        take(tokens.cached, first({"/prompt_tokens_details/cached_tokens",
                                   "/input_tokens_details/cached_tokens", "/prompt_cache_hit_tokens"}));
        take(tokens.cacheWrite, first({"/prompt_tokens_details/cache_write_tokens",
                                       "/input_tokens_details/cache_write_tokens"}));
        take(tokens.reasoning, first({"/completion_tokens_details/reasoning_tokens",
                                      "/output_tokens_details/reasoning_tokens"}));
        // xAI counts reasoning beside the completion, which only the total tells.
        if (count(usage.at_pointer("/total_tokens")) == tokens.input + tokens.output + tokens.reasoning)
            tokens.output += tokens.reasoning;
        break;
    case Dialect::Anthropic: {
        // `input_tokens` leaves out what the cache served or took in.
        qint64 fresh = tokens.input - tokens.cached - tokens.cacheWrite;
        take(fresh, first({"/input_tokens"}));
        take(tokens.cached, first({"/cache_read_input_tokens"}));
        take(tokens.cacheWrite, first({"/cache_creation_input_tokens"}));
        take(tokens.output, first({"/output_tokens"}));
        take(tokens.reasoning, first({"/output_tokens_details/thinking_tokens"}));
        tokens.input = fresh + tokens.cached + tokens.cacheWrite;
        break;
    }
    case Dialect::Gemini: {
        // `candidatesTokenCount` leaves out the thoughts.
        qint64 visible = tokens.output - tokens.reasoning;
        take(tokens.input, first({"/promptTokenCount"}));
        take(visible, first({"/candidatesTokenCount"}));
        take(tokens.reasoning, first({"/thoughtsTokenCount"}));
        take(tokens.cached, first({"/cachedContentTokenCount"}));
        tokens.output = visible + tokens.reasoning;
        break;
    }
    }
    if (any)
        m_tokens = tokens;
    return any;
}

} // namespace gatehouse
