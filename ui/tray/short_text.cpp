// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/short_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Control and format characters: among these are those that turn the direction of writing.
bool isUnseen(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

} // namespace

QString shortText(const QString &text, qsizetype longest)
{
    // What is cut off anyway need not be looked at.
    QString line = text.left(4 * longest).simplified();
    line.removeIf(isUnseen);
    if (line.size() <= longest)
        return line;
    line.truncate(longest - 1);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line + u'…';
}

QString noticeText(const QString &text, qsizetype longest)
{
    QString line = shortText(text, longest);
    return line.replace(u'<', u'‹').replace(u'>', u'›').replace(u'&', u'＆');
}

QString menuText(const QString &text, qsizetype longest)
{
    return shortText(text, longest).replace(u'&', u"&&"_s);
}

} // namespace gatehouse
