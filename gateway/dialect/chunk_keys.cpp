// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/chunk_keys.h"

#include <bit>
#include <cstring>

namespace gatehouse {
namespace {

constexpr qsizetype maxBeginning = 1024; // kept for each stream

// In the order of Key, with the closing quote.
constexpr QByteArrayView names[] = {
    "error\"",   "index\"",   "finish_reason\"",     "usage\"",
    "choices\"", "content\"", "reasoning_content\"", "reasoning\"",
    "refusal\"", "text\"",    "tool_calls\"",        "function_call\"",
    "audio\"",
};

//! Which names begin with that byte, a bit each.
constexpr std::array<quint16, 256> makeInitials()
{
    std::array<quint16, 256> initials = {};
    for (size_t i = 0; i < std::size(names); ++i)
        initials[static_cast<unsigned char>(names[i].front())] |= quint16(1U << i);
    return initials;
}

constexpr std::array<quint16, 256> initials = makeInitials();

//! Looks at the closing quote first: most texts have another length.
bool beginsWith(QByteArrayView text, QByteArrayView name)
{
    const qsizetype size = name.size();
    return text.size() >= size && text[size - 1] == '"' &&
           std::memcmp(text.data(), name.data(), size_t(size)) == 0;
}

//! Where the value behind a name that ends at \a at begins; 0 when there is none.
qsizetype valueBehind(QByteArrayView json, qsizetype at)
{
    if (at < json.size() && json[at] == ',')
        return 0;
    while (at < json.size() && (json[at] == ' ' || json[at] == ':'))
        ++at;
    return at < json.size() ? at : 0;
}

} // namespace

void ChunkKeys::read(QByteArrayView json)
{
    m_json = json;
    if (beginsLikeEarlierOne()) {
        m_begins = m_inBeginning;
        return search(m_beginning.size());
    }
    m_begins = {};
    search(0);
    if (first(Content) == '"')
        rememberBeginning();
}

//! No name reaches from what is remembered into what follows: that begins with a quote, which a name has only
//! at its end.
bool ChunkKeys::beginsLikeEarlierOne() const
{
    const qsizetype size = m_beginning.size();
    return size > 0 && m_json.size() > size && m_json[size] == '"' &&
           std::memcmp(m_json.data(), m_beginning.data(), size_t(size)) == 0;
}

void ChunkKeys::rememberBeginning()
{
    const qsizetype text = m_begins[Content];
    if (text > maxBeginning)
        return;
    m_beginning.resize(0); // keeps its capacity
    m_beginning.append(m_json.first(text));
    m_inBeginning = m_begins;
    for (qsizetype &begin : m_inBeginning)
        begin = begin <= text ? begin : 0;
}

void ChunkKeys::search(qsizetype begin)
{
    static_assert(std::size(names) == count);
    const QByteArrayView json = m_json;
    if (json.isEmpty())
        return;
    const char *const end = json.end();
    const auto nextQuote = [end](const char *from) {
        return static_cast<const char *>(std::memchr(from, '"', size_t(end - from)));
    };
    for (const char *quote = nextQuote(json.begin() + begin); quote && end - quote > 1;
         quote = nextQuote(quote + 1)) {
        const QByteArrayView rest(quote + 1, end);
        quint16 open = initials[static_cast<unsigned char>(rest.front())];
        for (; open != 0; open = quint16(open & (open - 1))) { // without its lowest bit
            const auto key = size_t(std::countr_zero(open));
            if (m_begins[key] == 0 && beginsWith(rest, names[key]))
                m_begins[key] = valueBehind(json, quote + 1 - json.begin() + names[key].size());
        }
    }
}

bool ChunkKeys::isEmpty(Key key, char open, char close) const
{
    if (first(key) != open)
        return false;
    for (qsizetype at = m_begins[key] + 1; at < m_json.size(); ++at) {
        if (m_json[at] != ' ')
            return m_json[at] == close;
    }
    return false;
}

} // namespace gatehouse
