// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/toml_scan.h"

#include "connect/formats.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int deepest = 32;

//! Goes through a text once; the first fault ends it.
class Scanner final
{
public:
    explicit Scanner(const QByteArray &text)
        : m_text(text)
    {
    }

    Result<QList<TomlEntry>> entries()
    {
        while (m_at < m_text.size() && m_fault.isEmpty())
            readLine();
        if (!m_fault.isEmpty())
            return settingsRefused(m_fault, lineOf(m_text, m_at));
        return std::move(m_entries);
    }

private:
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    bool startsWith(QByteArrayView mark) const
    {
        return QByteArrayView(m_text).sliced(m_at).startsWith(mark);
    }

    void fail(const QString &message)
    {
        if (m_fault.isEmpty())
            m_fault = message;
    }

    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\t')
            ++m_at;
    }

    void skipComment()
    {
        if (peek() != '#')
            return;
        const qsizetype end = m_text.indexOf('\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
    }

    //! Goes to the beginning of the next line; nothing but a comment may stand before it.
    void endLine()
    {
        skipBlanks();
        skipComment();
        if (peek() == '\r' && peek(1) == '\n')
            ++m_at;
        if (m_at < m_text.size() && peek() != '\n')
            return fail(QCoreApplication::translate("gatehouse::Connections", "something follows the value"));
        m_at = std::min(m_at + 1, m_text.size());
    }

    void readLine()
    {
        const qsizetype start = m_at;
        skipBlanks();
        if (peek() == '#' || peek() == '\n' || peek() == '\r' || m_at == m_text.size())
            return endLine();
        TomlEntry entry;
        entry.start = start;
        if (peek() == '[') {
            const bool isList = peek(1) == '[';
            m_at += isList ? 2 : 1;
            m_table = readKey();
            if (!startsWith(isList ? "]]" : "]"))
                fail(QCoreApplication::translate("gatehouse::Connections",
                                                 "the name of a table does not end"));
            m_at = std::min(m_at + (isList ? 2 : 1), m_text.size());
            entry.kind = isList ? TomlEntry::TableOfList : TomlEntry::Table;
            entry.table = m_table;
        } else {
            entry.table = m_table;
            entry.path = m_table + readKey();
            if (peek() != '=')
                return fail(QCoreApplication::translate("gatehouse::Connections", "a key without a value"));
            ++m_at;
            skipBlanks();
            entry.begin = m_at;
            readValue(0);
            entry.end = m_at;
        }
        if (m_fault.isEmpty())
            endLine();
        entry.next = m_at;
        m_entries.append(entry);
    }

    //! A name, or several with dots between; blanks around are skipped.
    QStringList readKey()
    {
        QStringList names;
        do {
            if (!names.isEmpty())
                ++m_at;
            skipBlanks();
            names.append(readName());
            skipBlanks();
        } while (peek() == '.' && m_fault.isEmpty());
        return names;
    }

    QString readName()
    {
        const qsizetype begin = m_at;
        if (peek() == '"' || peek() == '\'') {
            const char quote = peek();
            readString();
            const QByteArray inner = m_text.mid(begin + 1, std::max<qsizetype>(0, m_at - begin - 2));
            return QString::fromUtf8(quote == '"' ? unescaped(inner) : inner);
        }
        const auto bare = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                   c == '-';
        };
        while (bare(peek()))
            ++m_at;
        if (m_at == begin)
            fail(QCoreApplication::translate("gatehouse::Connections", "not the name of a key"));
        return QString::fromLatin1(m_text.mid(begin, m_at - begin));
    }

    //! Enough for names: of what escapes can say, only quotes and backslashes matter to us.
    static QByteArray unescaped(QByteArray inner)
    {
        return inner.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    void readString()
    {
        const char quote = peek();
        const QByteArray thrice(3, quote);
        const bool isLong = startsWith(thrice);
        const QByteArray mark = isLong ? thrice : thrice.left(1);
        for (m_at += mark.size(); m_at < m_text.size(); ++m_at) {
            if (!isLong && peek() == '\n')
                break;
            if (quote == '"' && peek() == '\\') {
                ++m_at;
                continue;
            }
            if (!startsWith(mark))
                continue;
            m_at += mark.size();
            for (int more = 0; isLong && more < 2 && peek() == quote; ++more)
                ++m_at; // up to two quotes may stand before the last three
            return;
        }
        fail(QCoreApplication::translate("gatehouse::Connections", "a string does not end"));
    }

    void skipBetween()
    {
        for (;;) {
            skipBlanks();
            skipComment();
            if (peek() != '\n' && peek() != '\r')
                return;
            ++m_at;
        }
    }

    void readList(int depth)
    {
        ++m_at;
        for (skipBetween(); peek() != ']' && m_fault.isEmpty(); skipBetween()) {
            readValue(depth + 1);
            skipBetween();
            if (peek() == ',')
                ++m_at;
            else if (peek() != ']')
                fail(QCoreApplication::translate("gatehouse::Connections", "a list does not end"));
        }
        ++m_at;
    }

    void readInlineTable(int depth)
    {
        ++m_at;
        for (skipBlanks(); peek() != '}' && m_fault.isEmpty(); skipBlanks()) {
            readKey();
            if (peek() != '=')
                return fail(QCoreApplication::translate("gatehouse::Connections", "a key without a value"));
            ++m_at;
            skipBlanks();
            readValue(depth + 1);
            skipBlanks();
            if (peek() == ',')
                ++m_at;
            else if (peek() != '}')
                fail(QCoreApplication::translate("gatehouse::Connections", "a table in braces does not end"));
        }
        ++m_at;
    }

    void readValue(int depth)
    {
        if (depth > deepest)
            return fail(
                QCoreApplication::translate("gatehouse::Connections", "more than %1 levels within each other")
                    .arg(deepest));
        if (peek() == '"' || peek() == '\'')
            return readString();
        if (peek() == '[')
            return readList(depth);
        if (peek() == '{')
            return readInlineTable(depth);
        // A number, a time or a truth; a blank may stand between date and time.
        const qsizetype begin = m_at;
        const auto bare = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   QByteArrayView("+-_.:").contains(c);
        };
        while (bare(peek()) || (peek() == ' ' && m_at - begin == 10 && peek(1) >= '0' && peek(1) <= '9'))
            ++m_at;
        if (m_at == begin)
            fail(QCoreApplication::translate("gatehouse::Connections", "not a value"));
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    QStringList m_table;
    QList<TomlEntry> m_entries;
    QString m_fault;
};

} // namespace

Result<QList<TomlEntry>> scanToml(const QByteArray &text)
{
    return Scanner(text).entries();
}

} // namespace gatehouse
