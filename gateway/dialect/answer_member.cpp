// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/answer_member.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qsizetype longestBegin = 1024; // of white space, which some models do not stop to write

enum class Begin { Whole, Cut, Other };

//! Whether \a text begins with `{"name":`; white space may stand between. \a end: behind the colon.
Begin beginOf(QByteArrayView text, QByteArrayView name, qsizetype &end)
{
    const QByteArray quoted = '"' + name.toByteArray() + '"';
    qsizetype at = 0;
    for (const QByteArrayView token : {QByteArrayView("{"), QByteArrayView(quoted), QByteArrayView(":")}) {
        while (at < text.size() &&
               (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
            ++at;
        const QByteArrayView there = text.sliced(at).first(std::min(token.size(), text.size() - at));
        if (!token.startsWith(there))
            return Begin::Other;
        if (there.size() < token.size())
            return Begin::Cut;
        at += token.size();
    }
    end = at;
    return Begin::Whole;
}

} // namespace

AnswerMember::AnswerMember(const QByteArray &name)
    : m_name(name)
    , m_state(name.isEmpty() ? Plain : Before)
{
}

QByteArrayView AnswerMember::feed(QByteArrayView piece)
{
    switch (m_state) {
    case Plain:
        return piece;
    case Within:
        return within(piece);
    case Behind:
        return {};
    case Before:
        break;
    }
    m_held.append(piece);
    qsizetype end = 0;
    switch (beginOf(m_held, m_name, end)) {
    case Begin::Whole:
        m_state = Within;
        return within(QByteArrayView(m_held).sliced(end));
    case Begin::Cut:
        if (m_held.size() <= longestBegin)
            return {};
        break;
    case Begin::Other:
        break;
    }
    m_state = Plain;
    return m_held;
}

QByteArrayView AnswerMember::within(QByteArrayView piece)
{
    for (qsizetype i = 0; i < piece.size(); ++i) {
        const char c = piece[i];
        if (m_inString) {
            m_inString = m_escaped || c != '"';
            m_escaped = !m_escaped && c == '\\';
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if (m_depth > 0 && (c == '}' || c == ']')) {
            --m_depth;
        } else if (m_depth == 0 &&
                   (c == '}' || c == ',')) { // the end of the object, or a member that nobody asked for
            m_state = Behind;
            return piece.first(i);
        }
    }
    return piece;
}

QByteArray answerIn(const QByteArray &text, const QByteArray &name)
{
    if (name.isEmpty())
        return text;
    AnswerMember member(name);
    const QByteArrayView answer = member.feed(text).trimmed();
    return answer.isEmpty() ? text : answer.toByteArray();
}

} // namespace gatehouse
