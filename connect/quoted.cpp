// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/quoted.h"

#include "gateway/config/json_splice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool isPlain(const QString &text)
{
    const auto plain = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || "_./:@%+,-"_L1.contains(c));
    };
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), plain);
}

} // namespace

QByteArray quoted(const QString &text)
{
    QString json = QString::fromUtf8(quotedJson(text));
    // JSON lets these stand as they are; YAML and TOML do not.
    const auto mustBeEscaped = [](QChar c) {
        const char16_t code = c.unicode();
        return (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029 || code == 0xfeff ||
               code >= 0xfffe;
    };
    for (qsizetype i = json.size() - 1; i >= 0; --i) {
        if (mustBeEscaped(json[i]))
            json.replace(i, 1, u"\\u%1"_s.arg(int(json[i].unicode()), 4, 16, QChar(u'0')));
    }
    return json.toUtf8();
}

QString shellWord(QString text)
{
    text.remove(QChar());
    if (isPlain(text))
        return text;
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

QByteArray environmentValue(const QString &text)
{
    if (isPlain(text))
        return text.toUtf8();
    for (const QChar quote : {u'\'', u'"', u'`'}) {
        // Within double quotes \n and $ mean something.
        if (!text.contains(quote) && !(quote == u'"' && (text.contains(u'\\') || text.contains(u'$'))))
            return QString(quote + text + quote).toUtf8();
    }
    return {};
}

} // namespace gatehouse
