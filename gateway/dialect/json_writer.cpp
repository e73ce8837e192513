// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_writer.h"

#include "gateway/dialect/json_escape.h"

#include <QLocale>

#include <charconv>
#include <cmath>

namespace gatehouse {

//! Sets a comma unless what is written next is the first of its kind: no value ends with one of these.
void JsonWriter::separate()
{
    if (m_out.size() == m_start)
        return;
    const char last = m_out.back();
    if (last != '{' && last != '[' && last != ':')
        m_out.append(',');
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    m_out.append(bracket);
    return *this;
}

JsonWriter &JsonWriter::name(QByteArrayView key)
{
    separate();
    m_out.append('"');
    return append(key).append("\":");
}

JsonWriter &JsonWriter::escapedKey(QByteArrayView key)
{
    text(key);
    m_out.append(':');
    return *this;
}

JsonWriter &JsonWriter::openText()
{
    separate();
    m_out.append('"');
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
    separate();
    return append(json);
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
