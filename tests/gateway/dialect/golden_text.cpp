// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden_text.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"

#include <QByteArrayList>
#include <QString>

using namespace gatehouse;

namespace {

void append(QByteArray &out, JsonView value, const QByteArray &indent, bool lines)
{
    if (value.isString()) {
        JsonWriter(out).text(value.text());
        return;
    }
    if (!value.isObject() && !value.isArray()) {
        out.append(value.raw());
        return;
    }
    const QByteArray deeper = indent + "  ";
    bool first = true;
    out.append(value.isObject() ? '{' : '[');
    for (const JsonView child : value) {
        out.append(first ? "" : ",").append(lines ? QByteArray("\n" + deeper) : QByteArray());
        first = false;
        if (value.isObject()) {
            JsonWriter(out).text(child.key());
            out.append(lines ? ": " : ":");
        }
        append(out, child, deeper, lines);
    }
    if (!first && lines)
        out.append("\n" + indent);
    out.append(value.isObject() ? '}' : ']');
}

QByteArray normal(const QByteArray &json, bool lines)
{
    JsonDocument document;
    const JsonView root = document.parse(json);
    if (!root)
        return json.trimmed();
    QByteArray out;
    append(out, root, {}, lines);
    return out;
}

} // namespace

QByteArray goldenJson(const QByteArray &json)
{
    return normal(json, true);
}

QByteArray goldenStream(const QByteArray &stream)
{
    JsonDocument document;
    if (document.parse(stream))
        return normal(stream, true);
    QByteArray out;
    for (QByteArray line : stream.split('\n')) {
        line = line.trimmed();
        if (line.startsWith("data: "))
            line = "data: " + normal(line.sliced(6), false);
        out.append(line).append('\n');
    }
    return out.trimmed();
}

QByteArray goldenDifference(const QByteArray &is, const QByteArray &wanted)
{
    if (is == wanted)
        return {};
    const QByteArrayList a = is.split('\n');
    const QByteArrayList b = wanted.split('\n');
    qsizetype line = 0;
    while (line < a.size() && line < b.size() && a[line] == b[line])
        ++line;
    const auto around = [line](const QByteArrayList &lines) {
        return lines.mid(line > 2 ? line - 2 : 0, 6).join('\n');
    };
    return "line " + QByteArray::number(line + 1) + "\n--- is ---\n" + around(a) + "\n--- wanted ---\n" +
           around(b);
}
