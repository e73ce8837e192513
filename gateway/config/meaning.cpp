// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/meaning.h"

#include "gateway/config/json_splice.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qsizetype longestLine = 140;

//! A container of \a children: on one line, or with a line for each.
QByteArray enclosed(const char *brackets, const QByteArrayList &children, bool isPadded, bool needsLines)
{
    const QByteArray open(1, brackets[0]);
    const QByteArray close(1, brackets[1]);
    if (children.isEmpty())
        return open + close;
    const QByteArray padding = isPadded ? " " : "";
    QByteArray line = open + padding + children.join(", ") + padding + close;
    if (!needsLines && line.size() <= longestLine && !line.contains('\n'))
        return line;
    QByteArray lines = "\n" + children.join(",\n");
    lines.replace('\n', "\n\t");
    return open + lines + '\n' + close;
}

} // namespace

const Meaning *Meaning::part(const QByteArray &name) const
{
    const auto it =
        std::find_if(parts.cbegin(), parts.cend(), [&](const Meaning &child) { return child.key == name; });
    return it == parts.cend() ? nullptr : &*it;
}

bool Meaning::fitsPlainText() const
{
    if (!isBrief)
        return false;
    if (kind == List)
        return parts.size() <= 1;
    return std::all_of(parts.cbegin() + 1, parts.cend(), [](const Meaning &part) { return part.isUsual; });
}

QByteArray jsonOf(const Meaning &meaning, bool mayBeBrief)
{
    if (meaning.kind == Meaning::Scalar)
        return meaning.token;
    if (mayBeBrief && meaning.fitsPlainText())
        return meaning.parts.empty() ? QByteArray("\"\"") : meaning.parts.front().token;

    QByteArrayList children;
    bool hasObjects = false;
    for (const Meaning &part : meaning.parts) {
        if (meaning.kind == Meaning::List)
            children.append(jsonOf(part));
        else if (meaning.kind == Meaning::Names || !part.isUsual || part.isShown)
            children.append(memberOf(part));
        hasObjects = hasObjects || children.value(children.size() - 1).startsWith('{');
    }
    return meaning.kind == Meaning::List ? enclosed("[]", children, false, hasObjects)
                                         : enclosed("{}", children, true, false);
}

QByteArray memberOf(const Meaning &meaning)
{
    return quotedJson(QString::fromUtf8(meaning.key)) + ": " + jsonOf(meaning);
}

} // namespace gatehouse
