// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/schema.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/schema_reference.h"

#include <QByteArrayList>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>
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

//! The values that \a schema allows, as JSON, where it does nothing but list them.
std::optional<QList<QByteArrayView>> listedValues(JsonView schema)
{
    if (const JsonView only = schema["const"]; !only.isMissing())
        return QList{only.raw()};
    const JsonView list = schema["enum"];
    if (!list.isArray())
        return {};
    QList<QByteArrayView> values;
    for (const JsonView value : list)
        values.append(value.raw());
    return values;
}

//! A property of the merged object. Where all that is said of it lists values, as of the member that tells
//! the branches of a union apart, it may have any of them; else the first that was said counts.
struct MergedProperty
{
    QByteArray name;
    JsonView first;
    std::optional<QList<QByteArrayView>> values;

    void add(JsonView another)
    {
        const auto more = listedValues(another);
        if (!values || !more) {
            values.reset();
            return;
        }
        for (const QByteArrayView value : *more) {
            if (!values->contains(value))
                values->append(value);
        }
    }

    void write(JsonWriter &json) const
    {
        json.escapedKey(name);
        if (!values || values->size() == listedValues(first)->size()) {
            json.raw(first.raw());
            return;
        }
        json.openObject();
        for (const JsonView member : first) {
            const QByteArray key = member.key();
            if (key != "const" && key != "enum")
                json.escapedKey(key).raw(member.raw());
        }
        json.openArray("enum");
        for (const QByteArrayView value : *values)
            json.raw(value);
        json.closeArray().closeObject();
    }
};

//! What the root, what it refers to and their branches say about the object.
class Merged final
{
public:
    explicit Merged(JsonView root)
        : m_root(root)
    {
        required = merge(root, 0);
    }

    std::vector<MergedProperty> properties;
    QByteArrayList required;

private:
    //! Takes the properties of \a schema; returns what it requires.
    QByteArrayList merge(JsonView schema, int depth)
    {
        constexpr int mostDepth = 16;
        constexpr int mostSchemas = 1000; // nobody writes as many by hand
        if (depth > mostDepth || ++m_schemas > mostSchemas)
            return {};
        for (const JsonView property : schema["properties"])
            add(property);
        QByteArrayList needs;
        for (const JsonView name : schema["required"])
            join(needs, {name.text()});
        if (schema["$ref"].isString())
            join(needs, mergeReference(schema["$ref"].text(), depth));
        for (const JsonView branch : schema["allOf"])
            join(needs, merge(branch, depth + 1));
        for (const QByteArrayView key : {QByteArrayView("anyOf"), QByteArrayView("oneOf")})
            join(needs, mergeBranches(schema[key], depth));
        return needs;
    }

    QByteArrayList mergeReference(const QByteArray &reference, int depth)
    {
        if (m_following.contains(reference)) // it goes round in a circle
            return {};
        m_following.insert(reference);
        QByteArrayList needs = merge(pointedAt(m_root, reference), depth + 1);
        m_following.remove(reference);
        return needs;
    }

    //! Returns what all of them require.
    QByteArrayList mergeBranches(JsonView branches, int depth)
    {
        QByteArrayList shared;
        bool any = false;
        for (const JsonView branch : branches) {
            const QByteArrayList needs = merge(branch, depth + 1);
            if (std::exchange(any, true))
                shared.removeIf([&](const QByteArray &name) { return !needs.contains(name); });
            else
                shared = needs;
        }
        return shared;
    }

    void add(JsonView property)
    {
        const QByteArray name = property.key();
        const auto place = m_places.constFind(name);
        if (place != m_places.cend())
            return properties[size_t(*place)].add(property);
        m_places.insert(name, qsizetype(properties.size()));
        properties.push_back({name, property, listedValues(property)});
    }

    static void join(QByteArrayList &names, const QByteArrayList &more)
    {
        for (const QByteArray &name : more) {
            if (!names.contains(name))
                names.append(name);
        }
    }

    JsonView m_root;
    QHash<QByteArray, qsizetype> m_places; //!< of the properties
    QSet<QByteArray> m_following;          //!< references
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
    for (const MergedProperty &property : merged.properties)
        property.write(json);
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
