// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/line_separators.h"

#include <QByteArrayView>

namespace gatehouse {
namespace {

constexpr QByteArrayView lineBegin = "\xe2\x80"; // and a8 or a9

//! Where one of the two stands in \a json, from \a from on; −1: nowhere.
qsizetype nextSeparator(QByteArrayView json, qsizetype from)
{
    while ((from = json.indexOf(lineBegin, from)) >= 0) {
        const char last = from + 2 < json.size() ? json[from + 2] : '\0';
        if (last == '\xa8' || last == '\xa9')
            return from;
        from += 2;
    }
    return -1;
}

} // namespace

void escapeLineSeparators(QByteArray &json, qsizetype from)
{
    qsizetype at = nextSeparator(json, from);
    if (at < 0)
        return;
    const QByteArray rest = json.sliced(at);
    json.truncate(at);
    qsizetype copied = 0;
    for (at = 0; at >= 0; at = nextSeparator(rest, copied)) {
        json.append(QByteArrayView(rest).sliced(copied, at - copied));
        json.append(rest[at + 2] == '\xa8' ? "\\u2028" : "\\u2029");
        copied = at + 3;
    }
    json.append(QByteArrayView(rest).sliced(copied));
}

} // namespace gatehouse
