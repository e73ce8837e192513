// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace gatehouse::soak {

inline bool oneIn(QRandomGenerator &random, int times)
{
    return random.bounded(times) == 0;
}

template<typename List>
const auto &anyOf(QRandomGenerator &random, const List &list)
{
    return list[decltype(std::size(list))(random.bounded(int(std::size(list))))];
}

//! Words without anything that JSON must escape. Once in a while very many of them.
inline QByteArray someText(QRandomGenerator &random)
{
    const int length = oneIn(random, 50) ? random.bounded(60'000, 200'000) : random.bounded(1, 400);
    QByteArray text;
    while (text.size() < length)
        text += QByteArray::number(random.generate(), 36) + ' ';
    return text;
}

//! Any bytes at all.
inline QByteArray someBytes(QRandomGenerator &random, int most)
{
    QByteArray bytes(random.bounded(1, most), Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

} // namespace gatehouse::soak
