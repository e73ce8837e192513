// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/json_splice.h"
#include "gateway/config/meaning.h"

#include <QStringList>

#include <chrono>
#include <concepts>
#include <optional>

namespace gatehouse {

inline QByteArray tokenOf(const QString &text)
{
    return quotedJson(text);
}
inline QByteArray tokenOf(bool value)
{
    return value ? "true" : "false";
}
template<std::integral T>
QByteArray tokenOf(T number)
{
    return QByteArray::number(qint64(number));
}
QByteArray tokenOf(double number);
template<typename Rep, typename Period>
QByteArray tokenOf(std::chrono::duration<Rep, Period> duration)
{
    return QByteArray::number(qint64(duration.count()));
}

//! Puts the meaning of an object together, field by field. Each field is given with what a text without it
//! means.
class FieldsMeaning final
{
public:
    template<typename T>
    void add(const char *key, const T &value, const T &usual)
    {
        append({.key = key, .token = tokenOf(value), .isUsual = value == usual});
    }
    void add(const char *key, const QStringList &texts, const QStringList &usual);
    //! A number that no default stands for; none: the field is not there.
    void add(const char *key, std::optional<double> number);
    //! An object or list; whether it is usual is known already.
    void add(const char *key, Meaning part);
    //! Of the part that was added last: it stands in every new object.
    void show() { m_meaning.parts.back().isShown = true; }

    //! The whole. It is usual when all of its parts are.
    Meaning take();

private:
    void append(Meaning part) { m_meaning.parts.push_back(std::move(part)); }

    Meaning m_meaning = {.kind = Meaning::Fields};
};

//! The meaning of a field that is not there, where that is not the same as any value.
Meaning absence();

//! A list of texts, each told from the others by itself.
Meaning meaningOfTexts(const QStringList &texts);

//! \a values by \a meaning, which gives each its identity.
template<typename T, typename F>
Meaning listOf(const QList<T> &values, F meaning)
{
    Meaning list{.kind = Meaning::List};
    for (const T &value : values)
        list.parts.push_back(meaning(value));
    list.isUsual = values.isEmpty();
    return list;
}

} // namespace gatehouse
