// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_escape.h"

#include "gateway/base/append.h"
#include "gateway/base/hex_digit.h"

#include <QString>
#include <QtEndian>

#include <bit>
#include <cstring>

namespace gatehouse {
namespace {

constexpr char hexDigits[] = "0123456789abcdef";

constexpr qsizetype blockSize = 512;

constexpr qsizetype step = sizeof(quint64); // bytes that are looked at together
constexpr qsizetype longestEscape = 6;

bool isSpecial(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

//! Which of the bytes of a step are special, in the highest bit of each: the first is found for certain.
//! Subtracting from all at once borrows into the highest bit of those that were smaller, and from the next.
quint64 specials(const char *bytes)
{
    constexpr quint64 each = 0x0101010101010101;
    constexpr quint64 highest = each * 0x80;
    const auto all = qFromLittleEndian<quint64>(bytes);
    const quint64 quotes = all ^ (each * '"');
    const quint64 slashes = all ^ (each * '\\');
    return (((all - each * 0x20) & ~all) | ((quotes - each) & ~quotes) | ((slashes - each) & ~slashes)) &
           highest;
}

//! Writes the escape of \a c, at most six bytes, to \a to; returns where it ends.
char *writeEscape(char *to, char c)
{
    *to++ = '\\';
    switch (c) {
    case '"':
    case '\\':
        *to++ = c;
        return to;
    case '\n':
        *to++ = 'n';
        return to;
    case '\r':
        *to++ = 'r';
        return to;
    case '\t':
        *to++ = 't';
        return to;
    default:
        std::memcpy(to, "u00", 3); // NOLINT(bugprone-not-null-terminated-result): a text goes on
        to[3] = hexDigits[(c >> 4) & 15];
        to[4] = hexDigits[c & 15];
        return to + 5;
    }
}

char *writeEscaped(char *to, QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (isSpecial(c))
            to = writeEscape(to, c);
        else
            *to++ = c;
    }
    return to;
}

//! The value of four hexadecimal digits, −1 if they are not.
int codeUnit(QByteArrayView digits)
{
    if (digits.size() < 4)
        return -1;
    int unit = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexValue(digits[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

char *writeUtf8(char *to, char32_t c)
{
    if (c < 0x80) {
        *to++ = char(c);
    } else if (c < 0x800) {
        *to++ = char(0xc0 | (c >> 6));
        *to++ = char(0x80 | (c & 63));
    } else if (c < 0x10000) {
        *to++ = char(0xe0 | (c >> 12));
        *to++ = char(0x80 | ((c >> 6) & 63));
        *to++ = char(0x80 | (c & 63));
    } else {
        *to++ = char(0xf0 | (c >> 18));
        *to++ = char(0x80 | ((c >> 12) & 63));
        *to++ = char(0x80 | ((c >> 6) & 63));
        *to++ = char(0x80 | (c & 63));
    }
    return to;
}

//! The character of the `\u` escape at \a at; \a used becomes its length, 6 or 12.
char32_t unicodeEscape(QByteArrayView at, qsizetype &used)
{
    constexpr char32_t replacement = 0xfffd;
    used = 6;
    const int first = codeUnit(at.sliced(2));
    if (first < 0xd800 || first > 0xdfff)
        return char32_t(first);
    if (first > 0xdbff || at.size() < 12 || at[6] != '\\' || at[7] != 'u')
        return replacement;
    const int second = codeUnit(at.sliced(8));
    if (second < 0xdc00 || second > 0xdfff)
        return replacement;
    used = 12;
    return char32_t(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
}

//! Writes the character of the escape at \a at to \a to, as UTF-8; nothing where it is no `\u`, or of a
//! character that needs its escape. \a used: as above.
char *writeCharacter(char *to, QByteArrayView at, qsizetype &used)
{
    if (at.size() < longestEscape || at[1] != 'u' || codeUnit(at.sliced(2)) < 0)
        return to;
    const char32_t c = unicodeEscape(at, used);
    const bool half = c == 0xfffd; // of a pair; as a character it is rare enough to stay as it is
    return half || c < 0x20 || c == '"' || c == '\\' ? to : writeUtf8(to, c);
}

//! \a spaces: those between the tokens stay.
void appendTokens(QByteArray &out, QByteArrayView json, bool spaces)
{
    bool inString = false;
    const char *keep = json.begin();
    for (const char *at = keep; at != json.end(); ++at) {
        if (inString) {
            if (*at == '\\' && at + 1 != json.end()) {
                char plain[4];
                qsizetype used = 2;
                const char *end = writeCharacter(plain, {at, json.end()}, used);
                if (end != plain) {
                    appendBytes(out, {keep, at - keep});
                    appendBytes(out, {plain, end - plain});
                    keep = at + used;
                }
                at += end != plain ? used - 1 : 1;
            } else if (*at == '"') {
                inString = false;
            }
        } else if (*at == '"') {
            inString = true;
        } else if (!spaces && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) {
            out.append(keep, at - keep);
            keep = at + 1;
        }
    }
    out.append(keep, json.end() - keep);
}

} // namespace

void appendEscaped(QByteArray &out, QByteArrayView utf8)
{
    QByteArray repaired;
    if (!utf8.isValidUtf8()) {
        repaired = QString::fromUtf8(utf8).toUtf8();
        utf8 = repaired;
    }
    // By way of a block: an append for each escape would cost more than the text.
    char block[blockSize + step * longestEscape];
    char *to = block;
    const char *from = utf8.begin();
    while (from != utf8.end()) {
        if (utf8.end() - from < step) {
            to = writeEscaped(to, {from, utf8.end()});
            break;
        }
        std::memcpy(to, from, step);
        if (const quint64 found = specials(from)) {
            const int plain = std::countr_zero(found) / 8;
            to = writeEscape(to + plain, from[plain]);
            from += plain + 1;
        } else {
            to += step;
            from += step;
        }
        if (to - block >= blockSize) {
            appendBytes(out, {block, to - block});
            to = block;
        }
    }
    appendBytes(out, {block, to - block});
}

bool validEscapes(QByteArrayView inner)
{
    if (inner.isEmpty())
        return true;
    const char *at = inner.begin();
    while ((at = static_cast<const char *>(std::memchr(at, '\\', size_t(inner.end() - at))))) {
        if (++at == inner.end())
            return false;
        switch (*at++) {
        case 'u':
            if (codeUnit(QByteArrayView(at, inner.end())) < 0)
                return false;
            at += 4;
            break;
        case '"':
        case '\\':
        case '/':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't':
            break;
        default:
            return false;
        }
    }
    return true;
}

void appendUnescaped(QByteArray &out, QByteArrayView inner)
{
    // What is decoded is never longer: room is made once.
    const qsizetype before = out.size();
    out.resize(before + inner.size());
    char *to = out.data() + before;
    const char *at = inner.begin();
    const char *const end = inner.end();
    while (at != end) {
        const void *found = std::memchr(at, '\\', size_t(end - at));
        const char *escape = found ? static_cast<const char *>(found) : end;
        if (escape + 1 == end)
            escape = end;
        std::memcpy(to, at, size_t(escape - at));
        to += escape - at;
        if (escape == end)
            break;
        qsizetype used = 2;
        switch (escape[1]) {
        case 'b':
            *to++ = '\b';
            break;
        case 'f':
            *to++ = '\f';
            break;
        case 'n':
            *to++ = '\n';
            break;
        case 'r':
            *to++ = '\r';
            break;
        case 't':
            *to++ = '\t';
            break;
        case 'u':
            to = writeUtf8(to, unicodeEscape({escape, end}, used));
            break;
        default:
            *to++ = escape[1];
        }
        at = escape + used;
    }
    out.resize(to - out.constData());
}

void appendCompact(QByteArray &out, QByteArrayView json)
{
    appendTokens(out, json, false);
}

void appendReadable(QByteArray &out, QByteArrayView json)
{
    appendTokens(out, json, true);
}

} // namespace gatehouse
