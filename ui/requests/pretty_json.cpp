// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/pretty_json.h"

#include <QList>
#include <QStringView>

#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype deepest = 100;
constexpr qsizetype indent = 2;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

//! Writes the pieces of a JSON text anew; gives up on what cannot be one.
class Layout final
{
public:
    explicit Layout(const QByteArray &json)
        : m_json(json)
        , m_most(json.size() * 6 + 64 * 1024)
    {
        m_out.reserve(json.size() * 2);
    }

    std::optional<QByteArray> made()
    {
        while (m_at < m_json.size()) {
            if (isSpace(m_json[m_at]))
                ++m_at;
            else if (!take() || m_out.size() > m_most)
                return {};
        }
        if (!m_open.isEmpty() || m_out.isEmpty())
            return {};
        return m_out;
    }

private:
    bool take()
    {
        const char c = m_json[m_at];
        switch (c) {
        case '{':
        case '[':
            return open(c);
        case '}':
        case ']':
            return close(c);
        case ',':
            m_out += c;
            ++m_at;
            breakLine();
            return !m_open.isEmpty();
        case ':':
            m_out += ": ";
            ++m_at;
            return m_open.endsWith('{');
        case '"':
            return string();
        default:
            return word();
        }
    }

    bool open(char c)
    {
        if (m_open.size() >= deepest)
            return false;
        m_out += c;
        ++m_at;
        qsizetype next = m_at;
        while (next < m_json.size() && isSpace(m_json[next]))
            ++next;
        const char closing = c == '{' ? '}' : ']';
        if (next < m_json.size() && m_json[next] == closing) { // {} and [] stay together
            m_out += closing;
            m_at = next + 1;
            return true;
        }
        m_open += c;
        breakLine();
        return true;
    }

    bool close(char c)
    {
        if (m_open.isEmpty() || m_open.back() != (c == '}' ? '{' : '['))
            return false;
        m_open.chop(1);
        breakLine();
        m_out += c;
        ++m_at;
        return true;
    }

    bool string()
    {
        qsizetype end = m_at + 1;
        while (end < m_json.size() && m_json[end] != '"')
            end += m_json[end] == '\\' ? 2 : 1;
        if (end >= m_json.size())
            return false;
        m_out += QByteArrayView(m_json).sliced(m_at, end + 1 - m_at);
        m_at = end + 1;
        return true;
    }

    //! A number, true, false or null.
    bool word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_json.size()) {
            const char c = m_json[m_at];
            const bool part = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E' || c == '+' ||
                              c == '-' || c == '.';
            if (!part)
                break;
            ++m_at;
        }
        m_out += QByteArrayView(m_json).sliced(begin, m_at - begin);
        return m_at > begin;
    }

    void breakLine() { m_out += '\n' + QByteArray(m_open.size() * indent, ' '); }

    const QByteArray &m_json;
    qsizetype m_most; //!< deep nesting must not make much of little
    QByteArray m_out;
    QByteArray m_open; //!< the brackets that are
    qsizetype m_at = 0;
};

//! Lines that no widget can lay out in time are cut; the rest keeps its place.
QString withShortLines(const QString &text, bool &shortened)
{
    constexpr qsizetype longestLine = 20'000;
    if (text.size() <= longestLine)
        return text;
    QString shown;
    shown.reserve(text.size());
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (!shown.isEmpty())
            shown += u'\n';
        shown += line.left(longestLine);
        if (line.size() > longestLine) {
            shown += u'…';
            shortened = true;
        }
    }
    return shown;
}

} // namespace

QByteArray prettyJson(const QByteArray &json)
{
    const QByteArrayView inner = QByteArrayView(json).trimmed();
    if (!inner.startsWith('{') && !inner.startsWith('['))
        return json;
    return Layout(json).made().value_or(json);
}

ShownBody shownBody(const QByteArray &body, qsizetype most)
{
    constexpr qsizetype largestLaidOut = 8 * 1024 * 1024;
    const QByteArray whole = body.size() <= largestLaidOut ? prettyJson(body) : body;
    ShownBody shown;
    shown.shortened = whole.size() > most;
    QString text = QString::fromUtf8(whole.left(most));
    text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    shown.text = withShortLines(text, shown.shortened);
    return shown;
}

} // namespace gatehouse
