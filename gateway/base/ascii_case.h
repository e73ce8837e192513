// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gatehouse {

// Names of header fields and media types, whose case does not matter (RFC 9110, 5.1). In place: a request
// compares them a hundred times, and nearly all differ in length or in the first letter.

constexpr char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

inline bool sameText(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i] != b[i] && lowerCase(a[i]) != lowerCase(b[i]))
            return false;
    }
    return true;
}

inline bool beginsWith(QByteArrayView text, QByteArrayView beginning)
{
    return text.size() >= beginning.size() && sameText(text.first(beginning.size()), beginning);
}

//! Whether \a line, `name: value`, is of that \a name.
inline bool isFieldOf(QByteArrayView line, QByteArrayView name)
{
    return line.size() > name.size() && line[name.size()] == ':' && beginsWith(line, name);
}

} // namespace gatehouse
