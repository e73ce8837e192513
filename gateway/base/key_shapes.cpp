// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/key_shapes.h"

#include "gateway/base/ascii_case.h"

#include <algorithm>
#include <array>

namespace gatehouse {
namespace {

// How the keys of known services begin, and our own clients' (`gh-`).
constexpr QByteArrayView keyPrefixes[] = {
    "gh-",         "sk-",    "sk_",   "pk-",   "rk-",  "AIza", "AQ.",     "gsk_", "xai-", "hf_",
    "nvapi-",      "pplx-",  "csk-",  "fw_",   "tgp_", "r8_",  "ghp_",    "gho_", "ghs_", "ghu_",
    "github_pat_", "glpat-", "xoxb-", "xoxp-", "AKIA", "ABSK", "bce-v3/", "eyJ",
};
// Words whose value, after `:` or `=`, is a secret.
constexpr QByteArrayView secretNames[] = {
    "x-api-key",    "x-goog-api-key", "api-key",    "api_key",       "apikey",
    "access_token", "refresh_token",  "auth_token", "client_secret", "secret",
    "password",     "passwd",         "token",      "cookie",        "set-cookie",
};
// Words whose value ends only with the line or the quotation.
constexpr QByteArrayView lineNames[] = {"proxy-authorization", "authorization"};

constexpr qsizetype shortestKey = 16;   // after its prefix
constexpr qsizetype shortestMasked = 6; // the same, when stars or dots show that it is a masked key
constexpr qsizetype shortestValue = 8;
constexpr qsizetype surelyNoWord = 20;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isAlnum(char c)
{
    return isDigit(c) || (lowerCase(c) >= 'a' && lowerCase(c) <= 'z');
}

constexpr std::array<bool, 256> makeKeyBytes()
{
    std::array<bool, 256> bytes{};
    for (size_t byte = 0; byte < 128; ++byte)
        bytes[byte] = isAlnum(char(byte)) || char(byte) == '-' || char(byte) == '_';
    return bytes;
}

constexpr std::array<bool, 256> keyBytes = makeKeyBytes();

bool isKeyByte(char c)
{
    return keyBytes[static_cast<unsigned char>(c)];
}

//! Also what base64, percent-encoding and masking bring in.
bool isValueByte(char c)
{
    return isKeyByte(c) || QByteArrayView("._~+/=%*:").contains(c) || static_cast<unsigned char>(c) >= 0x80;
}

//! The place in `starters` of two bytes that stand side by side; their case does not matter, some others
//! share it.
constexpr size_t starterPlace(char first, char second)
{
    return size_t(first & 31) * 32 + size_t(second & 31);
}

// What a word may be, by its first two bytes.
enum Kind : quint8 { Named = 1, Bearer = 2, Prefixed = 4 };

using Starters = std::array<quint8, 1024>;

//! The kinds that begin with two such bytes: most words of a text need no closer look.
constexpr Starters makeStarters()
{
    Starters starters{};
    const auto add = [&](QByteArrayView word, Kind kind) {
        starters[starterPlace(word[0], word[1])] |= kind;
    };
    for (QByteArrayView word : keyPrefixes)
        add(word, Prefixed);
    for (QByteArrayView word : secretNames)
        add(word, Named);
    for (QByteArrayView word : lineNames)
        add(word, Named);
    add("key", Named);
    add("bearer", Bearer);
    return starters;
}

constexpr Starters starters = makeStarters();

bool hasWord(QByteArrayView text, qsizetype at, QByteArrayView word)
{
    return text.size() - at >= word.size() && std::equal(word.begin(), word.end(), text.begin() + at,
                                                         [](char a, char b) { return a == lowerCase(b); });
}

template<typename Predicate>
qsizetype skip(QByteArrayView text, qsizetype at, Predicate belongs)
{
    while (at < text.size() && belongs(text[at]))
        ++at;
    return at;
}

bool isMasked(QByteArrayView run)
{
    return run.contains("**") || run.contains("..") || run.contains("\xe2\x80\xa6"); // …
}

bool hasDigit(QByteArrayView run)
{
    return std::any_of(run.begin(), run.end(), isDigit);
}

//! `Bearer <token>`; the token alone is the secret.
TextSpan findBearer(QByteArrayView text, qsizetype at)
{
    if (!hasWord(text, at, "bearer"))
        return {};
    const qsizetype begin = skip(text, at + 6, [](char c) { return c == ' '; });
    const qsizetype end = skip(text, begin, isValueByte);
    const QByteArrayView token = text.sliced(begin, end - begin);
    const bool secret = token.size() >= surelyNoWord ||
                        (token.size() >= shortestValue && (hasDigit(token) || isMasked(token)));
    return begin > at + 6 && secret ? TextSpan{begin, end} : TextSpan{};
}

//! Where the value of a name that ends at \a at begins, behind `:` or `=`, blanks and quotes; else -1.
qsizetype valueBegin(QByteArrayView text, qsizetype at)
{
    const auto isQuote = [](char c) { return c == '"' || c == '\'' || c == '\\'; };
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    at = skip(text, skip(text, at, isQuote), isBlank);
    if (at == text.size() || (text[at] != ':' && text[at] != '='))
        return -1;
    return skip(text, skip(text, at + 1, isBlank), isQuote);
}

TextSpan findNamed(QByteArrayView text, qsizetype at)
{
    // The end of a path such as /providers/0/apiKey, of which something is said, is no name.
    if (at > 0 && text[at - 1] == '/')
        return {};
    for (QByteArrayView name : lineNames) {
        const qsizetype begin = hasWord(text, at, name) ? valueBegin(text, at + name.size()) : -1;
        if (begin >= 0)
            return {begin, skip(text, begin,
                                [](char c) { return c != '"' && c != '\'' && c != '\r' && c != '\n'; })};
    }
    for (QByteArrayView name : secretNames) {
        const qsizetype begin = hasWord(text, at, name) ? valueBegin(text, at + name.size()) : -1;
        if (begin >= 0)
            return {begin, skip(text, begin, isValueByte)};
    }
    // A plain word: only as in a query, where no blank follows.
    if (hasWord(text, at, "key="))
        return {at + 4, skip(text, at + 4, isValueByte)};
    return {};
}

TextSpan findPrefixed(QByteArrayView text, qsizetype at)
{
    for (QByteArrayView prefix : keyPrefixes) {
        if (text[at] != prefix.front() || !text.sliced(at).startsWith(prefix))
            continue;
        const qsizetype begin = at + prefix.size();
        qsizetype end = skip(text, begin, [](char c) {
            return isKeyByte(c) || c == '.' || c == '*' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
        });
        while (end > begin && text[end - 1] == '.') // the sentence's, not the key's
            --end;
        const QByteArrayView rest = text.sliced(begin, end - begin);
        if ((rest.size() >= shortestKey && hasDigit(rest)) ||
            (rest.size() >= shortestMasked && isMasked(rest)))
            return {at, end};
    }
    return {};
}

//! The secret of a word that begins at \a at; none: empty.
TextSpan findSecret(QByteArrayView text, qsizetype at)
{
    const quint8 kinds = at + 1 < text.size() ? starters[starterPlace(text[at], text[at + 1])] : quint8(0);
    if (kinds == 0)
        return {};
    TextSpan found = kinds & Named ? findNamed(text, at) : TextSpan{};
    if (found.end - found.begin < shortestValue)
        found = kinds & Bearer ? findBearer(text, at) : TextSpan{};
    if (found.end == 0 && (kinds & Prefixed))
        found = findPrefixed(text, at);
    return found;
}

} // namespace

QList<TextSpan> findKeyShapes(QByteArrayView text)
{
    QList<TextSpan> spans;
    const auto isOther = [](char c) { return !isKeyByte(c); };
    for (qsizetype at = skip(text, 0, isOther); at < text.size(); at = skip(text, at, isOther)) {
        TextSpan found = findSecret(text, at);
        // The first letter may belong to an escape, as in "\nsk-…".
        if (found.end == 0 && at > 0 && text[at - 1] == '\\')
            found = findSecret(text, at + 1);
        if (found.end > 0)
            spans.append(found);
        at = skip(text, std::max(at, found.end), isKeyByte);
    }
    return spans;
}

} // namespace gatehouse
