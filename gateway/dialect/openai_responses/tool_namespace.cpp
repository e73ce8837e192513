// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_responses/tool_namespace.h"

namespace gatehouse::openai_responses {
namespace {

constexpr char separator = '\x1f';

} // namespace

QByteArray groupedName(const QByteArray &group, const QByteArray &name)
{
    return group.isEmpty() ? name : QByteArray(group).append(separator).append(name);
}

QByteArray groupedName(JsonView item)
{
    return groupedName(item["namespace"].text(), item["name"].text());
}

void writeToolName(JsonWriter &json, const QByteArray &name)
{
    const qsizetype end = name.indexOf(separator);
    json.text("name", QByteArrayView(name).sliced(end + 1));
    if (end >= 0)
        json.text("namespace", QByteArrayView(name).first(end));
}

} // namespace gatehouse::openai_responses
