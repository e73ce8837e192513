// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/schema.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/schema_reference.h"

#include <QByteArrayList>
#include <QSet>

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

//! What the root, what it refers to and their branches say about the object.
class Merged final
{
public:
    explicit Merged(JsonView root)
        : m_root(root)
    {
        merge(root, true, 0);
    }

    std::vector<std::pair<QByteArray, QByteArrayView>> properties; //!< name and schema
    QByteArrayList required;

private:
    void merge(JsonView schema, bool withRequired, int depth)
    {
        constexpr int mostDepth = 16;
        constexpr int mostSchemas = 1000; // nobody writes as many by hand
        if (depth > mostDepth || ++m_schemas > mostSchemas)
            return;
        add(schema, withRequired);
        if (schema["$ref"].isString()) {
            const QByteArray reference = schema["$ref"].text();
            const qsizetype before = m_followed.size();
            m_followed.insert(withRequired ? reference : QByteArray(reference + ' '));
            if (m_followed.size() > before) // else it went round in a circle
                merge(pointedAt(m_root, reference), withRequired, depth + 1);
        }
        for (const QByteArrayView key : unions) {
            for (const JsonView branch : schema[key])
                merge(branch, withRequired && key == "allOf", depth + 1);
        }
    }

    void add(JsonView object, bool withRequired)
    {
        for (const JsonView property : object["properties"]) {
            const QByteArray name = property.key();
            const qsizetype before = m_names.size();
            m_names.insert(name);
            if (m_names.size() > before)
                properties.emplace_back(name, property.raw());
        }
        if (!withRequired)
            return;
        for (const JsonView name : object["required"]) {
            const qsizetype before = m_requiredNames.size();
            m_requiredNames.insert(name.text());
            if (m_requiredNames.size() > before)
                required.append(name.text());
        }
    }

    JsonView m_root;
    QSet<QByteArray> m_names;
    QSet<QByteArray> m_requiredNames;
    QSet<QByteArray> m_followed; //!< references; a space behind those without what they require
    int m_schemas = 0;
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
    const bool refers = root["$ref"].isString() && pointedAt(root, root["$ref"].text()).isObject();
    if (flat && !refers && root["type"].is("object") && root["properties"].isObject())
        return QByteArray(schema.constData(), schema.size());

    const Merged merged(root);
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
        for (const QByteArray &name : merged.required)
            json.text(name);
        json.closeArray();
    }
    json.closeObject();
    return out;
}

} // namespace gatehouse::anthropic
