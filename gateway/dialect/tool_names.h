// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QSet>

namespace gatehouse {

//! What a dialect allows in the name of a tool.
struct NameRule
{
    qsizetype maxLength = 64;
    QByteArrayView marks = "_-";   //!< what may stand in it beside letters and digits
    bool startsWithLetter = false; //!< or with `_`
};

//! Names of tools that a provider takes, and the way back. One for each request.
class ToolNames final
{
public:
    ToolNames() = default;
    explicit ToolNames(NameRule rule)
        : m_rule(rule)
    {
    }

    //! The name under which the provider gets the tool \a name: the same where the rule allows it; other
    //! bytes become `_`; one that is too long, or that another tool already has, its first 55 bytes, `_` and
    //! 8 hexadecimal digits of its SHA-256; an empty one `tool`.
    QByteArray sent(QByteArrayView name);
    //! The client's name for the tool that the provider calls \a name.
    QByteArray original(QByteArrayView name) const;

    bool operator==(const ToolNames &other) const { return m_sent == other.m_sent; }

private:
    bool allowed(QByteArrayView name) const;
    QByteArray shorten(QByteArrayView clean, QByteArrayView name) const;

    NameRule m_rule;
    QHash<QByteArray, QByteArray> m_sent;     //!< by the client's name
    QHash<QByteArray, QByteArray> m_original; //!< by the provider's
};

//! Ids of tool calls that any dialect takes: `[A-Za-z0-9_-]`, 1 to 64 bytes, or as many as it is told. The
//! same id becomes the same again, so that a call and its result still belong together; different ones stay
//! different.
class ToolIds final
{
public:
    explicit ToolIds(qsizetype maxLength = 64)
        : m_maxLength(maxLength)
    {
    }

    //! For an id that a client or a provider gave, which may be empty: then `call_` and a number.
    QByteArray valid(QByteArrayView id);

private:
    qsizetype m_maxLength;
    QHash<QByteArray, QByteArray> m_valid;
    QSet<QByteArray> m_taken;
    int m_made = 0;
};

} // namespace gatehouse
