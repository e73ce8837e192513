// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/proc_text.h"

#include <QVarLengthArray>

#include <charconv>
#include <cstring>

namespace gatehouse {
namespace {

// Columns of /proc/net/tcp, and of /proc/PID/stat behind the name.
constexpr qsizetype localAddress = 1;
constexpr qsizetype remoteAddress = 2;
constexpr qsizetype stateColumn = 3;
constexpr qsizetype userColumn = 7;
constexpr qsizetype inodeColumn = 9;
constexpr qsizetype startColumn = 19;

constexpr QByteArrayView timeWait = "06"; // a state, as the kernel numbers them

using Words = QVarLengthArray<QByteArrayView, 24>;

//! The first \a most words of \a line.
Words wordsOf(QByteArrayView line, qsizetype most)
{
    Words words;
    qsizetype at = 0;
    while (at < line.size() && words.size() < most) {
        while (at < line.size() && (line[at] == ' ' || line[at] == '\n'))
            ++at;
        const qsizetype begin = at;
        while (at < line.size() && line[at] != ' ' && line[at] != '\n')
            ++at;
        if (at > begin)
            words.append(line.sliced(begin, at - begin));
    }
    return words;
}

std::optional<quint64> numberIn(QByteArrayView text, int base = 10)
{
    quint64 number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number, base);
    return !text.isEmpty() && error == std::errc() && end == text.end() ? std::optional(number)
                                                                        : std::nullopt;
}

//! The bytes of an IPv4 or IPv6 address, as they go over the wire.
using Address = QVarLengthArray<char, 16>;

//! The kernel writes an address as numbers of 32 bits in the machine's own order. Empty: it is none.
Address addressIn(QByteArrayView digits)
{
    constexpr qsizetype digitsOfWord = 8;
    if (digits.size() != digitsOfWord && digits.size() != 4 * digitsOfWord)
        return {};
    Address bytes;
    for (qsizetype at = 0; at < digits.size(); at += digitsOfWord) {
        const auto word = numberIn(digits.sliced(at, digitsOfWord), 16);
        if (!word)
            return {};
        const auto value = quint32(*word);
        char inMemory[sizeof value];
        std::memcpy(inMemory, &value, sizeof value);
        bytes.append(inMemory, sizeof inMemory);
    }
    return bytes;
}

bool isLoopback(const Address &address)
{
    constexpr char six[] = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1";
    constexpr char mapped[] = "\0\0\0\0\0\0\0\0\0\0\xff\xff\x7f";
    const auto begins = [&address](QByteArrayView with) {
        return QByteArrayView(address.constData(), address.size()).startsWith(with);
    };
    return address.size() == 4 ? address[0] == 127
                               : begins({six, sizeof six - 1}) || begins({mapped, sizeof mapped - 1});
}

//! The port of `ADDRESS:PORT` where that is a loopback address.
std::optional<quint16> loopbackPort(QByteArrayView end)
{
    const qsizetype colon = end.indexOf(':');
    if (colon < 0)
        return {};
    const auto port = numberIn(end.sliced(colon + 1), 16);
    if (!port || *port == 0 || *port > 0xffff || !isLoopback(addressIn(end.first(colon))))
        return {};
    return quint16(*port);
}

} // namespace

std::optional<LoopbackSocket> readTcpLine(QByteArrayView line)
{
    // Most lines of a busy machine, and a glance is enough: nobody holds them.
    if (const Words begin = wordsOf(line, stateColumn + 1);
        begin.size() > stateColumn && begin[stateColumn] == timeWait)
        return {};
    const Words words = wordsOf(line, inodeColumn + 1);
    if (words.size() <= inodeColumn)
        return {};
    const auto local = loopbackPort(words[localAddress]);
    const auto remote = loopbackPort(words[remoteAddress]);
    const auto user = numberIn(words[userColumn]);
    const auto inode = numberIn(words[inodeColumn]);
    if (!local || !remote || !user || *user > 0xffffffff || !inode || *inode == 0)
        return {};
    return LoopbackSocket{{*local, *remote}, quint32(*user), *inode};
}

std::optional<quint64> readSocketLink(QByteArrayView link)
{
    constexpr QByteArrayView begin = "socket:[";
    if (!link.startsWith(begin) || !link.endsWith(']'))
        return {};
    return numberIn(link.sliced(begin.size()).chopped(1));
}

std::optional<quint64> readStartTime(QByteArrayView stat)
{
    const qsizetype name = stat.lastIndexOf(')'); // the name may hold anything, parentheses too
    if (name < 0)
        return {};
    const Words words = wordsOf(stat.sliced(name + 1), startColumn + 1);
    return words.size() > startColumn ? numberIn(words[startColumn]) : std::nullopt;
}

} // namespace gatehouse
