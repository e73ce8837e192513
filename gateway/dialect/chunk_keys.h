// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace gatehouse {

//! Where the values of some members of a chat's chunk begin, at whatever depth: found in one pass, without
//! reading the JSON. Quotes inside strings are escaped, so text that merely talks about a name is not taken
//! for it. To be kept for a whole stream: most of its chunks begin with the same bytes, up to their content,
//! and these are searched once.
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

    //! What is asked for below is that of \a json, which must live as long as it is asked for.
    void read(QByteArrayView json);

    //! The first byte of the first value of that name, such as `"` or `{`; 0: it does not occur.
    char first(Key key) const { return m_begins[key] > 0 ? m_json[m_begins[key]] : '\0'; }
    //! Whether it is a text that is not empty.
    bool isText(Key key) const { return first(key) == '"' && behind(key) != '"' && behind(key) != '\0'; }
    //! Whether it is an array without elements, or an object without members.
    bool isEmptyArray(Key key) const { return isEmpty(key, '[', ']'); }
    bool isEmptyObject(Key key) const { return isEmpty(key, '{', '}'); }

private:
    static constexpr size_t count = Audio + 1;
    using Begins = std::array<qsizetype, count>; //!< 0: not there

    void search(qsizetype begin);
    bool beginsLikeEarlierOne() const;
    void rememberBeginning();
    bool isEmpty(Key key, char open, char close) const;

    char behind(Key key) const
    {
        return m_begins[key] + 1 < m_json.size() ? m_json[m_begins[key] + 1] : '\0';
    }

    QByteArrayView m_json;
    Begins m_begins = {};
    QByteArray m_beginning; //!< of an earlier chunk, up to the text of its content
    Begins m_inBeginning = {};
};

} // namespace gatehouse
