// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/usage_reader.h"

#include <initializer_list>

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

std::optional<qint64> count(JsonView value)
{
    const auto number = value.integer();
    return number && *number >= 0 && *number <= plausible ? number : std::nullopt;
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
        qsizetype at = end - key.size();
        while (at >= 0 && !(json[at] == '"' && json.sliced(at).startsWith(key)))
            --at;
        if (at < 0)
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
    thread_local JsonDocument document; // to make one costs more than to read such an object
    const QByteArrayView key = m_dialect == Dialect::Gemini ? "\"usageMetadata\"" : "\"usage\"";
    return readObject(document.parseObject(lastObject(json, key)));
}

bool UsageReader::readObject(JsonView usage)
{
    if (!usage.isObject())
        return false;
    TokenUsage tokens = m_tokens.value_or(TokenUsage{});
    bool any = false;
    //! The first of \a keys that is a count.
    const auto first = [&any](JsonView object, std::initializer_list<QByteArrayView> keys) {
        std::optional<qint64> found;
        for (auto key = keys.begin(); key != keys.end() && !found; ++key)
            found = count(object[*key]);
        any = any || found;
        return found;
    };
    //! The same of \a key, in one of two objects.
    const auto within = [&](std::initializer_list<QByteArrayView> objects, QByteArrayView key) {
        std::optional<qint64> found;
        for (auto object = objects.begin(); object != objects.end() && !found; ++object)
            found = first(usage[*object], {key});
        return found;
    };

    switch (m_dialect) {
    case Dialect::OpenAi:
    case Dialect::AzureOpenAi: {
        const std::initializer_list<QByteArrayView> in = {"prompt_tokens_details", "input_tokens_details"};
        take(tokens.input, first(usage, {"prompt_tokens", "input_tokens"}));
        take(tokens.output, first(usage, {"completion_tokens", "output_tokens"}));
        // Some proxies tell the cache's part in Anthropic's words, which go first (translation rules, 5.5).
        // A nought among them says nothing.
        const auto direct = [&](QByteArrayView key) {
            const auto figure = first(usage, {key});
            return figure.value_or(0) > 0 ? figure : std::nullopt;
        };
        auto cached = direct("cache_read_input_tokens");
        cached = cached ? cached : within(in, "cached_tokens");
        take(tokens.cached, cached ? cached : first(usage, {"prompt_cache_hit_tokens"}));
        const auto cacheWrite = direct("cache_creation_input_tokens");
        take(tokens.cacheWrite, cacheWrite ? cacheWrite : within(in, "cache_write_tokens"));
        take(tokens.reasoning,
             within({"completion_tokens_details", "output_tokens_details"}, "reasoning_tokens"));
        // xAI counts reasoning beside the completion, which only the total tells.
        if (tokens.reasoning > 0 &&
            count(usage["total_tokens"]) == tokens.input + tokens.output + tokens.reasoning)
            tokens.output += tokens.reasoning;
        break;
    }
    case Dialect::Anthropic: {
        // `input_tokens` leaves out what the cache served or took in.
        qint64 fresh = tokens.input - tokens.cached - tokens.cacheWrite;
        take(fresh, first(usage, {"input_tokens"}));
        take(tokens.cached, first(usage, {"cache_read_input_tokens"}));
        take(tokens.cacheWrite, first(usage, {"cache_creation_input_tokens"}));
        take(tokens.output, first(usage, {"output_tokens"}));
        take(tokens.reasoning, first(usage["output_tokens_details"], {"thinking_tokens"}));
        tokens.input = fresh + tokens.cached + tokens.cacheWrite;
        break;
    }
    case Dialect::Gemini: {
        // `candidatesTokenCount` leaves out the thoughts.
        qint64 visible = tokens.output - tokens.reasoning;
        take(tokens.input, first(usage, {"promptTokenCount"}));
        take(visible, first(usage, {"candidatesTokenCount"}));
        take(tokens.reasoning, first(usage, {"thoughtsTokenCount"}));
        take(tokens.cached, first(usage, {"cachedContentTokenCount"}));
        tokens.output = visible + tokens.reasoning;
        break;
    }
    }
    if (any)
        m_tokens = tokens;
    return any;
}

} // namespace gatehouse
