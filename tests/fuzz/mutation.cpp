// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutation.h"

#include <iterator>

namespace {

//! What parsers stumble over.
constexpr const char *words[] = {
    "{",    "}",    "[",       "]",    "\"",           "\\",       ",",
    ":",    "\n\n", "\r\n",    "\r",   "data: ",       "event: ",  "[DONE]",
    "null", "true", "{}",      "[]",   "\"\"",         "-1",       "1e400",
    "0.5",  "\\u0", "\\ud83d", "\xff", "\xf0\x9f\x98", "\xe2\x82", "9223372036854775808"};

void change(QByteArray &bytes, const QByteArrayList &seeds, FuzzDice &dice)
{
    const qsizetype at = dice.roll(bytes.size() + 1);
    const qsizetype rest = bytes.size() - at;
    const qsizetype some = dice.roll(std::min<qsizetype>(rest, 40) + 1);
    switch (dice.roll(7)) {
    case 0:
        if (rest > 0)
            bytes[at] = char(bytes[at] ^ (1 << dice.roll(8)));
        break;
    case 1:
        bytes.insert(at, words[dice.roll(qsizetype(std::size(words)))]);
        break;
    case 2:
        bytes.remove(at, some);
        break;
    case 3:
        bytes.insert(at, bytes.sliced(at, some));
        break;
    case 4:
        bytes.replace(at, some, words[dice.roll(qsizetype(std::size(words)))]);
        break;
    case 5: {
        const QByteArray &other = seeds[dice.roll(seeds.size())];
        const qsizetype from = dice.roll(other.size() + 1);
        bytes.insert(at, other.mid(from, dice.roll(200)));
        break;
    }
    default:
        if (dice.roll(4) == 0)
            bytes.truncate(at);
    }
}

} // namespace

QByteArray mutated(const QByteArray &seed, const QByteArrayList &seeds, FuzzDice &dice)
{
    QByteArray bytes = seed;
    for (qsizetype i = dice.roll(4); i >= 0; --i)
        change(bytes, seeds, dice);
    return bytes;
}
