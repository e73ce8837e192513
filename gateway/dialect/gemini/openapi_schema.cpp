// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/schema.h"

#include "gateway/dialect/gemini/schema_layers.h"
#include "gateway/dialect/gemini/schema_remainder.h"
#include "gateway/dialect/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::gemini {
namespace {

constexpr int maxDepth = 32;
constexpr int maxSchemas = 5000; // references to references can grow without measure

constexpr std::array<QByteArrayView, 6> types = {"string", "number", "integer", "boolean", "array", "object"};
//! What is copied as it is.
constexpr std::array<QByteArrayView, 8> plainWords = {
    "minItems", "maxItems", "minProperties", "maxProperties", "minLength", "maxLength", "minimum", "maximum"};

bool isType(const QByteArray &name)
{
    return std::find(types.cbegin(), types.cend(), QByteArrayView(name)) != types.cend();
}

//! The types that \a said names, in lower case; \a null: it was among them.
QByteArrayList typesIn(JsonView said, bool &null)
{
    QByteArrayList names;
    const auto take = [&](JsonView each) {
        const QByteArray name = each.text().toLower();
        if (name == "null")
            null = true;
        else if (isType(name) && !names.contains(name))
            names.append(name);
    };
    take(said);
    if (said.isArray()) {
        for (const JsonView each : said)
            take(each);
    }
    return names;
}

//! The values that are allowed: those of `enum`, or `const` alone.
std::vector<JsonView> valuesOf(const SchemaLayers &layers)
{
    std::vector<JsonView> values;
    if (const JsonView only = layers["const"]; !only.isMissing())
        values.push_back(only);
    else if (layers["enum"].isArray()) {
        for (const JsonView value : layers["enum"])
            values.push_back(value);
    }
    return values;
}

QByteArray typeOf(JsonView value)
{
    switch (value.kind()) {
    case JsonView::Number:
        return value.integer() ? "integer" : "number";
    case JsonView::Bool:
        return "boolean";
    case JsonView::Object:
        return "object";
    case JsonView::Array:
        return "array";
    default:
        return "string";
    }
}

//! Only texts can be told apart by their values, and not the empty one.
bool areTexts(const std::vector<JsonView> &values)
{
    return std::all_of(values.cbegin(), values.cend(), [](JsonView v) { return v.isString() && !v.is(""); });
}

bool takesFormat(const QByteArray &type, JsonView format)
{
    if (type == "string")
        return format.is("date-time");
    if (type == "integer")
        return format.is("int32") || format.is("int64");
    return type == "number" && (format.is("float") || format.is("double"));
}

//! Writes one schema after another.
class Subset final
{
public:
    Subset(JsonWriter &json, JsonView root)
        : m_json(json)
        , m_root(root)
    {
    }

    void write(JsonView schema)
    {
        const qsizetype known = m_references.size();
        const SchemaLayers layers(m_root, schema, m_references);
        ++m_depth;
        ++m_schemas;
        m_json.openObject();
        if (layers.endless() || m_depth > maxDepth || m_schemas > maxSchemas) {
            m_json.text("type", "OBJECT");
            writeDescription(layers, remainderOf(layers, {.type = "object"}));
        } else
            writeMembers(layers);
        m_json.closeObject();
        --m_depth;
        m_references.resize(known);
    }

private:
    void writeMembers(const SchemaLayers &layers)
    {
        bool nullable = layers.nullable();
        std::vector<JsonView> values = valuesOf(layers);
        const auto end = std::remove_if(values.begin(), values.end(),
                                        [](JsonView value) { return value.kind() == JsonView::Null; });
        nullable = nullable || end != values.end();
        values.erase(end, values.end());
        const QByteArrayList named = typesIn(layers["type"], nullable);
        if (nullable)
            m_json.flag("nullable", true);
        if (!layers.choices().empty() && layers.properties().empty())
            return writeChoices(layers);
        if (named.size() > 1)
            return writeTypes(layers, named, values.empty());

        const QByteArray type = named.isEmpty() ? impliedType(layers, values) : named.first();
        m_json.text("type", type.toUpper());
        const bool format = takesFormat(type, layers["format"]);
        if (format)
            m_json.raw("format", layers["format"].raw());
        const bool saysValues = values.empty() || (type == "string" && areTexts(values));
        if (layers["title"].isString())
            m_json.raw("title", layers["title"].raw());
        writeDescription(layers, remainderOf(layers, {type, saysValues, format}));
        writePlain(layers);
        if (type == "string")
            writeStringRules(layers, values);
        else if (type == "object")
            writeProperties(layers);
        else if (type == "array")
            writeItems(layers);
    }

    static QByteArray impliedType(const SchemaLayers &layers, const std::vector<JsonView> &values)
    {
        if (!layers.properties().empty() || layers["additionalProperties"])
            return "object";
        if (layers["items"] || layers["prefixItems"])
            return "array";
        return values.empty() ? QByteArray("string") : typeOf(values.front());
    }

    void writePlain(const SchemaLayers &layers)
    {
        for (const QByteArrayView word : plainWords) {
            if (const JsonView value = layers[word])
                m_json.raw(word, value.raw());
        }
    }

    void writeDescription(const SchemaLayers &layers, const QByteArray &remainder)
    {
        QByteArray description = layers["description"].text();
        if (!description.isEmpty() && !remainder.isEmpty())
            description += "\n\n";
        description += remainder;
        if (!description.isEmpty())
            m_json.text("description", description);
    }

    void writeChoices(const SchemaLayers &layers)
    {
        writeDescription(layers, {});
        m_json.openArray("anyOf");
        for (const JsonView branch : layers.choices())
            write(branch);
        m_json.closeArray();
    }

    //! Gemini has one type for a value: several become a choice.
    void writeTypes(const SchemaLayers &layers, const QByteArrayList &named, bool anyValue)
    {
        writeDescription(layers, remainderOf(layers, {.values = anyValue}));
        m_json.openArray("anyOf");
        for (const QByteArray &type : named) {
            m_json.openObject().text("type", type.toUpper());
            if (type == "object")
                writeProperties(layers);
            else if (type == "array")
                writeItems(layers);
            m_json.closeObject();
        }
        m_json.closeArray();
    }

    void writeStringRules(const SchemaLayers &layers, const std::vector<JsonView> &values)
    {
        if (layers["pattern"].isString())
            m_json.raw("pattern", layers["pattern"].raw());
        if (values.empty() || !areTexts(values))
            return;
        m_json.openArray("enum");
        for (const JsonView value : values)
            m_json.raw(value.raw());
        m_json.closeArray();
    }

    void writeProperties(const SchemaLayers &layers)
    {
        QByteArrayList names;
        QSet<QByteArray> known;
        for (const JsonView property : layers.properties()) {
            const QByteArray name = property.key();
            if (known.contains(name))
                continue;
            known.insert(name);
            if (names.isEmpty())
                m_json.openObject("properties");
            names.append(name);
            m_json.escapedKey(name);
            write(property);
        }
        if (names.isEmpty())
            return;
        m_json.closeObject();
        const QSet<QByteArray> required = layers.required();
        names.removeIf([&](const QByteArray &name) { return !required.contains(name); });
        if (names.isEmpty())
            return;
        m_json.openArray("required");
        for (const QByteArray &name : std::as_const(names))
            m_json.text(name);
        m_json.closeArray();
    }

    //! A list without a word on what is in it is refused; of different things in order, each may be anywhere.
    void writeItems(const SchemaLayers &layers)
    {
        JsonView items = layers["items"];
        if (layers["prefixItems"].isArray())
            items = layers["prefixItems"];
        m_json.name("items");
        if (!items.isArray() || items.isEmpty())
            return write(items.isObject() ? items : JsonView());
        if (!(++items.begin() != items.end()))
            return write(*items.begin());
        m_json.openObject().openArray("anyOf");
        for (const JsonView each : items)
            write(each);
        m_json.closeArray().closeObject();
    }

    JsonWriter &m_json;
    JsonView m_root;
    QByteArrayList m_references;
    int m_depth = 0;
    int m_schemas = 0;
};

} // namespace

QByteArray openApiSchema(const QByteArray &schema)
{
    JsonDocument document;
    const JsonView root = document.parse(schema);
    if (!root.isObject())
        return {};
    QByteArrayList references;
    const SchemaLayers layers(root, root, references);
    bool null = false;
    const QByteArrayList named = typesIn(layers["type"], null);
    const bool object = named.isEmpty() || named == QByteArrayList{"object"};
    if (object && layers.properties().empty() && layers.choices().empty() && !layers["enum"] &&
        !layers["items"])
        return {};
    QByteArray out;
    JsonWriter json(out);
    Subset(json, root).write(root);
    return out;
}

} // namespace gatehouse::gemini
