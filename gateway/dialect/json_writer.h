// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/append.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

//! Appends JSON to bytes, in the order in which it is told; sets the commas itself. It has no memory but the
//! bytes, so that it costs no more than appending. Keys are taken as they are: names of ours, never text from
//! outside (for that there is escapedKey()).
class JsonWriter final
{
public:
    explicit JsonWriter(QByteArray &out)
        : m_out(out)
        , m_start(out.size())
    {
    }

    JsonWriter &openObject() { return open('{'); }
    JsonWriter &openArray() { return open('['); }
    JsonWriter &openObject(QByteArrayView key) { return name(key).open('{'); }
    JsonWriter &openArray(QByteArrayView key) { return name(key).open('['); }
    JsonWriter &closeObject() { return append("}"); }
    JsonWriter &closeArray() { return append("]"); }

    //! The key of the value that is written next.
    JsonWriter &name(QByteArrayView key);
    JsonWriter &escapedKey(QByteArrayView key);

    //! A string value; \a utf8 is escaped.
    JsonWriter &text(QByteArrayView utf8);
    //! JSON as it is.
    JsonWriter &raw(QByteArrayView json);
    JsonWriter &number(qint64 value);
    //! The shortest form that reads back as the same number.
    JsonWriter &real(double value);
    JsonWriter &flag(bool value) { return raw(value ? "true" : "false"); }
    JsonWriter &null() { return raw("null"); }

    JsonWriter &text(QByteArrayView key, QByteArrayView utf8) { return name(key).text(utf8); }
    JsonWriter &raw(QByteArrayView key, QByteArrayView json) { return name(key).raw(json); }
    JsonWriter &number(QByteArrayView key, qint64 value) { return name(key).number(value); }
    JsonWriter &real(QByteArrayView key, double value) { return name(key).real(value); }
    JsonWriter &flag(QByteArrayView key, bool value) { return name(key).flag(value); }
    JsonWriter &null(QByteArrayView key) { return name(key).null(); }

    //! A string value that is written in pieces: openText(), then appendEscaped() to bytes(), then
    //! closeText().
    JsonWriter &openText();
    JsonWriter &closeText() { return append("\""); }
    QByteArray &bytes() { return m_out; }

private:
    bool isNext() const;
    char *place(qsizetype bytes);
    JsonWriter &open(char bracket);
    JsonWriter &append(QByteArrayView bytes)
    {
        appendBytes(m_out, bytes);
        return *this;
    }

    QByteArray &m_out;
    qsizetype m_start;
};

} // namespace gatehouse
