// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>

namespace gatehouse {

//! Where the values of some members of a chat's chunk begin, at whatever depth: found in one pass, without
//! reading the JSON. Quotes inside strings are escaped, so text that merely talks about a name is not taken
//! for it.
class ChunkKeys final
{
public:
    enum Key {
        Error,
        Index,
        FinishReason,
        Usage,
        Choices,
        Content,
        ReasoningContent,
        Reasoning,
        Refusal,
        Text,
        ToolCalls,
        FunctionCall,
        Audio,
    };

    //! \a json must outlive it.
    explicit ChunkKeys(QByteArrayView json);

    //! The first byte of the first value of that name, such as `"` or `{`; 0: it does not occur.
    char first(Key key) const { return m_begins[key] > 0 ? m_json[m_begins[key]] : '\0'; }
    //! Whether it is a text that is not empty.
    bool isText(Key key) const { return first(key) == '"' && behind(key) != '"' && behind(key) != '\0'; }
    //! Whether it is an array without elements.
    bool isEmptyArray(Key key) const;

private:
    static constexpr size_t count = Audio + 1;

    char behind(Key key) const
    {
        return m_begins[key] + 1 < m_json.size() ? m_json[m_begins[key] + 1] : '\0';
    }

    QByteArrayView m_json;
    std::array<qsizetype, count> m_begins = {}; //!< 0: not there
};

} // namespace gatehouse
