// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/json_layout.h"

#include <algorithm>
#include <utility>

namespace gatehouse {
namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

//! Where the first line of \a gap, which holds only blanks and comments, ends; -1 if it does not. A line
//! break inside a comment is none.
qsizetype lineEnd(QByteArrayView gap)
{
    for (qsizetype at = 0; at < gap.size(); ++at) {
        const QByteArrayView rest = gap.sliced(at);
        if (rest.startsWith("/*"))
            at += std::max<qsizetype>(rest.indexOf("*/", 2), 0) + 1;
        else if (rest.startsWith("//"))
            at += std::max<qsizetype>(rest.indexOf('\n'), 1) - 1;
        else if (rest.startsWith('\n'))
            return at > 0 && gap[at - 1] == '\r' ? at - 1 : at;
    }
    return -1;
}

//! \a gap up to the end of its first line, and from there; all of it is the second where no line ends.
std::pair<QByteArray, QByteArray> splitAtLineEnd(QByteArrayView gap)
{
    const qsizetype end = std::max<qsizetype>(lineEnd(gap), 0);
    return {gap.first(end).toByteArray(), gap.sliced(end).toByteArray()};
}

} // namespace

JsonLayout layoutOf(QByteArrayView text, const JsonNode &container)
{
    const auto between = [&](qsizetype begin, qsizetype end) { return text.sliced(begin, end - begin); };
    const qsizetype close = container.end - 1;

    JsonLayout layout;
    layout.step = indentationStep(text);
    layout.closingLine = newLineAt(text, close);
    layout.newLine = layout.closingLine + layout.step;
    qsizetype at = container.begin + 1;
    QByteArray before; // what stands before the next child
    const qsizetype first = container.children.empty() ? close : container.children.front().start;
    std::tie(layout.head, before) = splitAtLineEnd(between(at, first));
    for (const JsonNode &child : container.children) {
        if (before.contains('\n') && !layout.isBroken) {
            layout.isBroken = true;
            layout.newLine = newLineAt(text, child.start);
        }
        ChildSurroundings &around = layout.children.emplace_back();
        around.lead = before;
        at = child.end;
        if (child.comma >= 0) {
            around.gap = between(at, child.comma).toByteArray();
            at = child.comma + 1;
        }
        const size_t next = layout.children.size();
        const qsizetype end = next < container.children.size() ? container.children[next].start : close;
        std::tie(around.trail, before) = splitAtLineEnd(between(at, end));
        layout.endsWithComma = child.comma >= 0;
    }
    layout.tail = before;
    if (container.children.empty() && layout.tail.contains('\n'))
        layout.isBroken = true;
    else if (container.children.empty() && !layout.tail.trimmed().isEmpty())
        layout.head = std::exchange(layout.tail, {});
    return layout;
}

QByteArray newLineAt(QByteArrayView text, qsizetype at)
{
    const qsizetype begin = at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
    qsizetype end = begin;
    while (end < text.size() && isSpace(text[end]))
        ++end;
    QByteArray newLine = text.contains("\r\n") ? "\r\n" : "\n";
    return newLine.append(text.sliced(begin, end - begin));
}

QByteArray indentationStep(QByteArrayView text)
{
    for (qsizetype at = text.indexOf('\n'); at >= 0 && at + 1 < text.size();
         at = text.indexOf('\n', at + 1)) {
        qsizetype end = at + 1;
        while (end < text.size() && isSpace(text[end]))
            ++end;
        if (end > at + 1 && end < text.size() && text[end] != '\r' && text[end] != '\n')
            return text.sliced(at + 1, end - at - 1).toByteArray();
    }
    return "  ";
}

bool beginsLine(QByteArrayView text, qsizetype at)
{
    while (at > 0 && isSpace(text[at - 1]))
        --at;
    return at == 0 || text[at - 1] == '\n';
}

} // namespace gatehouse
