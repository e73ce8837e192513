// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/schema.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/schema_reference.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace gatehouse::anthropic {
namespace {

constexpr char noInput[] = R"({"type":"object","properties":{}})";
constexpr std::array<QByteArrayView, 3> unions = {"anyOf", "oneOf", "allOf"};

bool isUnion(const QByteArray &key)
{
    return std::find(unions.cbegin(), unions.cend(), QByteArrayView(key)) != unions.cend();
}

//! \a schema, or the one inside \a root that it refers to in the end.
JsonView resolved(JsonView root, JsonView schema)
{
    constexpr int mostSteps = 16; // they may go round in a circle
    for (int i = 0; i < mostSteps && schema["$ref"].isString(); ++i)
        schema = pointedAt(root, schema["$ref"].text());
    return schema;
}

//! What the root and its branches say about the object.
struct Merged
{
    std::vector<std::pair<QByteArray, QByteArrayView>> properties; //!< name and schema
    QByteArrayList required;

    void add(JsonView object, bool withRequired)
    {
        for (const JsonView property : object["properties"]) {
            const QByteArray name = property.key();
            const bool known = std::any_of(properties.cbegin(), properties.cend(),
                                           [&](const auto &each) { return each.first == name; });
            if (!known)
                properties.emplace_back(name, property.raw());
        }
        if (!withRequired)
            return;
        for (const JsonView name : object["required"]) {
            if (!required.contains(name.text()))
                required.append(name.text());
        }
    }
};

} // namespace

QByteArray inputSchemaOf(const QByteArray &schema)
{
    JsonDocument document;
    const JsonView root = document.parse(schema);
    if (!root.isObject())
        return noInput;
    const bool flat =
        std::none_of(unions.cbegin(), unions.cend(), [&](QByteArrayView key) { return root[key].isArray(); });
    const bool refers = resolved(root, root).isObject() && root["$ref"].isString();
    if (flat && !refers && root["type"].is("object") && root["properties"].isObject())
        return QByteArray(schema.constData(), schema.size());

    Merged merged;
    merged.add(root, true);
    if (refers)
        merged.add(resolved(root, root), true);
    for (const QByteArrayView key : unions) {
        for (const JsonView branch : root[key])
            merged.add(resolved(root, branch), key == "allOf");
    }
    QByteArray out;
    JsonWriter json(out);
    json.openObject().text("type", "object");
    for (const JsonView member : root) {
        const QByteArray key = member.key();
        const bool merges = key == "properties" || key == "required" || (refers && key == "$ref");
        if (key != "type" && !merges && !isUnion(key))
            json.escapedKey(key).raw(member.raw());
    }
    json.openObject("properties");
    for (const auto &[name, definition] : merged.properties)
        json.escapedKey(name).raw(definition);
    json.closeObject();
    if (!merged.required.isEmpty()) {
        json.openArray("required");
        for (const QByteArray &name : std::as_const(merged.required))
            json.text(name);
        json.closeArray();
    }
    json.closeObject();
    return out;
}

} // namespace gatehouse::anthropic
