// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/meaning_builder.h"

#include <QLocale>

#include <algorithm>

namespace gatehouse {

QByteArray tokenOf(double number)
{
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

void FieldsMeaning::add(const char *key, const QStringList &texts, const QStringList &usual)
{
    Meaning list = meaningOfTexts(texts);
    list.isUsual = texts == usual;
    add(key, std::move(list));
}

void FieldsMeaning::add(const char *key, std::optional<double> number)
{
    add(key, number ? Meaning{.token = tokenOf(*number)} : absence());
}

void FieldsMeaning::add(const char *key, Meaning part)
{
    part.key = key;
    append(std::move(part));
}

Meaning FieldsMeaning::take()
{
    m_meaning.isUsual = std::all_of(m_meaning.parts.cbegin(), m_meaning.parts.cend(),
                                    [](const Meaning &part) { return part.isUsual; });
    return std::move(m_meaning);
}

Meaning absence()
{
    return {.isUsual = true};
}

Meaning meaningOfTexts(const QStringList &texts)
{
    return listOf(texts, [](const QString &text) {
        const QByteArray token = tokenOf(text);
        return Meaning{.token = token, .identity = token};
    });
}

} // namespace gatehouse
