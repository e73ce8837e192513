// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/secret_places.h"

#include "gateway/base/key_shapes.h"
#include "gateway/config/base_url.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

// Parts of the names of headers whose values are secrets.
constexpr QByteArrayView secretWords[] = {"auth", "token",  "secret",  "password",   "passwd",
                                          "key",  "cookie", "session", "credential", "signature"};

qsizetype firstOf(const QString &text, QStringView characters, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (characters.contains(text[i]))
            return i;
    }
    return text.size();
}

} // namespace

bool mayHoldSecret(const ExtraHeader &header)
{
    const QByteArray name = header.name.toLower();
    const bool named = std::any_of(std::begin(secretWords), std::end(secretWords),
                                   [&](QByteArrayView word) { return name.contains(word); });
    return named || !findKeyShapes(QByteArray(header.name + ": " + header.value)).isEmpty() ||
           !findKeyShapes(header.value).isEmpty();
}

QString withoutCredentials(const QString &url)
{
    if (baseUrlProblem(url).isEmpty())
        return url;
    const qsizetype scheme = url.indexOf("://"_L1);
    const qsizetype begin = scheme < 0 ? 0 : scheme + 3;
    const qsizetype end = firstOf(url, u"/\\?#", begin);
    const QString tail = url.mid(end, firstOf(url, u"?#", end) - end);
    // A password may hold a slash: then what seems to be the path is a part of it.
    if (url.indexOf(u'@', end) >= 0)
        return {};
    const QString authority = url.mid(begin, end - begin);
    return url.first(begin) + authority.mid(authority.lastIndexOf(u'@') + 1) + tail;
}

QString withoutKeyShapes(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    const QList<TextSpan> spans = findKeyShapes(bytes);
    for (auto span = spans.crbegin(); span != spans.crend(); ++span) {
        const QByteArrayView piece = QByteArrayView(bytes).sliced(span->begin);
        if (!piece.startsWith("keychain:"))
            bytes.replace(span->begin, span->end - span->begin, "…");
    }
    return QString::fromUtf8(bytes);
}

} // namespace gatehouse
