// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_writer.h"

#include "gateway/dialect/json_escape.h"

#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gatehouse {

//! Whether a comma goes before what is written next: no value ends with one of these.
bool JsonWriter::isNext() const
{
    if (m_out.size() == m_start)
        return false;
    const char last = m_out.back();
    return last != '{' && last != '[' && last != ':';
}

//! Makes room for \a bytes, and for a comma before them, which it writes.
char *JsonWriter::place(qsizetype bytes)
{
    const bool comma = isNext();
    char *to = extend(m_out, bytes + qsizetype(comma));
    if (comma)
        *to++ = ',';
    return to;
}

JsonWriter &JsonWriter::open(char bracket)
{
    *place(1) = bracket;
    return *this;
}

JsonWriter &JsonWriter::name(QByteArrayView key)
{
    char *to = place(key.size() + 3);
    *to++ = '"';
    to = std::copy(key.begin(), key.end(), to);
    *to++ = '"';
    *to = ':';
    return *this;
}

JsonWriter &JsonWriter::escapedKey(QByteArrayView key)
{
    return text(key).append(":");
}

JsonWriter &JsonWriter::openText()
{
    *place(1) = '"';
    return *this;
}

JsonWriter &JsonWriter::text(QByteArrayView utf8)
{
    openText();
    appendEscaped(m_out, utf8);
    return closeText();
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    std::copy(json.begin(), json.end(), place(json.size()));
    return *this;
}

JsonWriter &JsonWriter::number(qint64 value)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return raw({digits, end});
}

JsonWriter &JsonWriter::real(double value)
{
    if (!std::isfinite(value))
        return null(); // JSON has no word for it
    return raw(QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
}

} // namespace gatehouse
