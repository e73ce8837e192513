// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/json_splice.h"

namespace gatehouse {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

//! The blanks that the line of \a at begins with.
QByteArray indentAt(QByteArrayView text, qsizetype at)
{
    const qsizetype begin = at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
    qsizetype end = begin;
    while (end < text.size() && isSpace(text[end]))
        ++end;
    return text.sliced(begin, end - begin).toByteArray();
}

//! One step of indentation, as the first indented line of the text has it.
QByteArray stepOf(QByteArrayView text)
{
    for (qsizetype at = text.indexOf('\n'); at >= 0 && at + 1 < text.size();
         at = text.indexOf('\n', at + 1)) {
        if (isSpace(text[at + 1]))
            return indentAt(text, at + 1);
    }
    return "  ";
}

QByteArray joined(std::initializer_list<QByteArrayView> parts)
{
    QByteArray whole;
    for (QByteArrayView part : parts)
        whole.append(part);
    return whole;
}

QByteArray withChildOnSameLine(QByteArrayView text, const JsonNode &container, QByteArrayView child)
{
    QByteArray flat = child.toByteArray();
    flat.replace('\n', " ").replace('\t', "");
    if (container.children.empty()) {
        const qsizetype close = container.end - 1;
        return joined({text.first(close), " ", flat, " ", text.sliced(close)});
    }
    const JsonNode &last = container.children.back();
    if (last.comma >= 0)
        return joined({text.first(last.comma + 1), " ", flat, text.sliced(last.comma + 1)});
    return joined({text.first(last.end), ", ", flat, text.sliced(last.end)});
}

} // namespace

QByteArray withValue(QByteArrayView text, const JsonNode &node, QByteArrayView value)
{
    return joined({text.first(node.begin), value, text.sliced(node.end)});
}

QByteArray withChild(QByteArrayView text, const JsonNode &container, QByteArrayView child)
{
    if (!text.sliced(container.begin, container.end - container.begin).contains('\n'))
        return withChildOnSameLine(text, container, child);

    const JsonNode *last = container.children.empty() ? nullptr : &container.children.back();
    const QByteArray step = stepOf(text);
    const QByteArray indent =
        last ? indentAt(text, container.children.front().start) : indentAt(text, container.end - 1) + step;
    const QByteArray newLine = (text.contains("\r\n") ? "\r\n" : "\n") + indent;
    QByteArray lines = child.toByteArray();
    lines.replace('\t', step).replace('\n', newLine);
    const QByteArrayView trailingComma = last && last->comma >= 0 ? "," : "";

    // Behind whatever stands last, so that a comment stays with what it is about.
    qsizetype at = container.end - 1;
    while (isBlank(text[at - 1]))
        --at;
    if (!last || last->comma >= 0)
        return joined({text.first(at), newLine, lines, trailingComma, text.sliced(at)});
    return joined({text.first(last->end), ",", text.sliced(last->end, at - last->end), newLine, lines,
                   text.sliced(at)});
}

QByteArray withoutChild(QByteArrayView text, const JsonNode &container, size_t index)
{
    const JsonNode &child = container.children[index];
    qsizetype begin = child.start;
    qsizetype end = child.comma >= 0 ? child.comma + 1 : child.end;
    while (begin > 0 && isSpace(text[begin - 1]))
        --begin;
    while (end < text.size() && isSpace(text[end]))
        ++end;
    const bool startsLine = begin == 0 || text[begin - 1] == '\n';
    const bool endsLine = end == text.size() || text[end] == '\n' || text[end] == '\r';
    if (startsLine && endsLine)
        end = text.indexOf('\n', end) + 1;
    else if (startsLine || child.comma >= 0)
        begin = child.start;
    else
        end = child.end;

    QByteArray rest = joined({text.first(begin), text.sliced(end)});
    if (child.comma < 0 && index > 0)
        rest.remove(container.children[index - 1].comma, 1);
    return rest;
}

} // namespace gatehouse
