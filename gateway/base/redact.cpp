// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/base/redact.h"

#include "gateway/base/hex_digit.h"
#include "gateway/base/key_shapes.h"

#include <algorithm>
#include <string_view>

namespace gatehouse {
namespace {

// Shorter pieces of a key would be found in ordinary words.
constexpr qsizetype shortestPiece = 8;
constexpr QByteArrayView replacement = "***";
constexpr QByteArrayView escapeStart = "\\u00"; // of the letters that a key has, if JSON escapes them

//! As it stands in a JSON string of those writers that escape the slash too.
SecretBytes jsonSpelling(const QByteArray &secret)
{
    QByteArray escaped;
    escaped.reserve(2 * secret.size()); // no pieces are left behind where it grows
    for (char c : secret) {
        if (c == '\\' || c == '"' || c == '/')
            escaped.append('\\');
        escaped.append(c);
    }
    return escaped;
}

//! Percent-encoding again, with the lower-case digits that some writers use.
SecretBytes withLowerDigits(QByteArray encoded)
{
    for (qsizetype at = encoded.indexOf('%'); at >= 0 && at + 2 < encoded.size();
         at = encoded.indexOf('%', at + 3))
        encoded.replace(at, 3, encoded.mid(at, 3).toLower());
    return encoded;
}

//! As indexOf(), which takes each byte into a hash: most first letters are not there at all.
qsizetype find(QByteArrayView text, QByteArrayView piece, qsizetype from)
{
    const std::string_view all(text.data(), size_t(text.size()));
    const size_t at = all.find(std::string_view(piece.data(), size_t(piece.size())), size_t(from));
    return at == std::string_view::npos ? -1 : qsizetype(at);
}

//! Beginnings of \a secret, of 8 bytes or more, each as long as it matches.
void findBeginnings(QByteArrayView text, QByteArrayView secret, QList<TextSpan> &spans)
{
    const QByteArrayView seed = secret.first(shortestPiece);
    for (qsizetype at = find(text, seed, 0); at >= 0;) {
        const QByteArrayView rest = text.sliced(at, std::min(secret.size(), text.size() - at));
        const auto end = std::mismatch(rest.begin(), rest.end(), secret.begin()).first;
        spans.append({at, at + (end - rest.begin())});
        at = find(text, seed, spans.last().end);
    }
}

//! Ends of \a secret, likewise.
void findEnds(QByteArrayView text, QByteArrayView secret, QList<TextSpan> &spans)
{
    const QByteArrayView seed = secret.last(shortestPiece);
    for (qsizetype at = find(text, seed, 0); at >= 0; at = find(text, seed, at + shortestPiece)) {
        qsizetype length = shortestPiece;
        while (length < secret.size() && length - shortestPiece < at &&
               text[at - (length - shortestPiece) - 1] == secret[secret.size() - length - 1])
            ++length;
        spans.append({at + shortestPiece - length, at + shortestPiece});
    }
}

QByteArray replaced(QByteArray text, QList<TextSpan> spans)
{
    if (spans.isEmpty())
        return text;
    std::sort(spans.begin(), spans.end(), [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
    QByteArray clean;
    clean.reserve(text.size());
    qsizetype done = 0;
    for (const TextSpan span : std::as_const(spans)) {
        if (span.end <= done)
            continue;
        if (span.begin > done || done == 0) // else it goes with the one before
            clean.append(QByteArrayView(text).sliced(done, span.begin - done)).append(replacement);
        done = span.end;
    }
    return clean.append(QByteArrayView(text).sliced(done));
}

QList<TextSpan> findAsTheyAre(QByteArrayView text, const QList<SecretBytes> &secrets)
{
    QList<TextSpan> spans;
    if (text.size() < shortestPiece)
        return spans;
    for (const SecretBytes &secret : secrets) {
        findBeginnings(text, secret.bytes(), spans);
        findEnds(text, secret.bytes(), spans);
    }
    return spans;
}

//! What the escape that begins with the backslash at \a at of a JSON text stands for, and its length; 0 if
//! that is no printable character.
std::pair<char, qsizetype> unescaped(QByteArrayView text, qsizetype at)
{
    const QByteArrayView escape = text.sliced(at, std::min<qsizetype>(6, text.size() - at));
    if (escape.size() > 1 && QByteArrayView("\\\"/").contains(escape[1]))
        return {escape[1], 2};
    if (escape.size() < 6 || !escape.startsWith(escapeStart))
        return {0, 0};
    const int high = hexValue(escape[4]);
    const int low = hexValue(escape[5]);
    const bool printable = high >= 2 && high <= 7 && low >= 0 && !(high == 7 && low == 15);
    return printable ? std::pair{char(high * 16 + low), qsizetype(6)} : std::pair{char(0), qsizetype(0)};
}

//! Where secrets stand in \a text, a JSON text that spells some letters as `\u0041`.
QList<TextSpan> findEscaped(QByteArrayView text, const QList<SecretBytes> &secrets)
{
    QByteArray plain;
    QList<qsizetype> places; // in the text, of each plain byte and of the end
    plain.reserve(text.size());
    places.reserve(text.size() + 1);
    for (qsizetype at = 0; at < text.size();) {
        const auto [character, length] =
            text[at] == '\\' ? unescaped(text, at) : std::pair{char(0), qsizetype(0)};
        plain.append(length > 0 ? character : text[at]);
        places.append(at);
        at += std::max<qsizetype>(1, length);
    }
    places.append(text.size());
    QList<TextSpan> spans = findAsTheyAre(plain, secrets);
    for (TextSpan &span : spans)
        span = {places[span.begin], places[span.end]};
    return spans;
}

QList<TextSpan> findKnown(QByteArrayView text, const QList<SecretBytes> &secrets)
{
    QList<TextSpan> spans = findAsTheyAre(text, secrets);
    if (!secrets.isEmpty() && find(text, escapeStart, 0) >= 0)
        spans += findEscaped(text, secrets);
    return spans;
}

} // namespace

void Redactor::setSecrets(QByteArrayList secrets)
{
    QList<SecretBytes> spellings;
    for (const QByteArray &secret : std::as_const(secrets)) {
        if (secret.size() < shortestPiece)
            continue;
        const SecretBytes encoded = secret.toPercentEncoding();
        for (const SecretBytes &spelling :
             {SecretBytes(secret), jsonSpelling(secret), encoded, withLowerDigits(encoded.bytes())}) {
            if (!spellings.contains(spelling))
                spellings.append(spelling);
        }
    }
    auto list = std::make_shared<const QList<SecretBytes>>(std::move(spellings));
    const std::lock_guard lock(m_mutex);
    m_secrets = std::move(list);
}

bool Redactor::mayHoldKnown(std::initializer_list<QByteArrayView> texts) const
{
    const auto known = secrets();
    const auto holdsPiece = [&known](QByteArrayView text) {
        return std::any_of(known->begin(), known->end(), [text](const SecretBytes &secret) {
            return find(text, QByteArrayView(secret.bytes()).first(shortestPiece), 0) >= 0 ||
                   find(text, QByteArrayView(secret.bytes()).last(shortestPiece), 0) >= 0;
        });
    };
    return std::any_of(texts.begin(), texts.end(), [&holdsPiece](QByteArrayView text) {
        return text.size() >= shortestPiece && (find(text, escapeStart, 0) >= 0 || holdsPiece(text));
    });
}

QByteArray Redactor::redact(QByteArray text) const
{
    const QList<TextSpan> spans = findKnown(text, *secrets()) + findKeyShapes(text);
    return replaced(std::move(text), spans);
}

QByteArray Redactor::redactKnown(QByteArray text) const
{
    const QList<TextSpan> spans = findKnown(text, *secrets());
    return replaced(std::move(text), spans);
}

std::shared_ptr<const QList<SecretBytes>> Redactor::secrets() const
{
    const std::lock_guard lock(m_mutex);
    return m_secrets;
}

} // namespace gatehouse
