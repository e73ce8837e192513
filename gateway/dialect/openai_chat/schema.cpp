// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/schema.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"

#include <QSet>

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace gatehouse::openai_chat {
namespace {

constexpr char noParameters[] = R"({"type":"object","properties":{}})";

//! Writes a schema anew, member by member.
class Copy final
{
public:
    enum For {
        Parameters,
        StrictAnswer, //!< objects are closed that say nothing of further properties
    };
    Copy(JsonWriter &json, For purpose)
        : m_json(json)
        , m_purpose(purpose)
    {
    }

    //! \a named: the members are names of properties, not words of the schema language.
    void write(JsonView value, bool named = false)
    {
        if (value.isArray()) {
            m_json.openArray();
            for (const JsonView element : value)
                write(element);
            m_json.closeArray();
        } else if (value.isObject()) {
            writeObject(value, named);
        } else {
            m_json.raw(value.raw());
        }
    }

    void writeRoot(JsonView root)
    {
        m_json.openObject();
        if (!root["type"].is("object"))
            m_json.text("type", "object");
        writeMembers(root, false, true);
        if (!root["properties"].isObject())
            m_json.raw("properties", "{}");
        m_json.closeObject();
    }

private:
    void writeObject(JsonView object, bool named)
    {
        m_json.openObject();
        writeMembers(object, named, false);
        if (m_purpose == StrictAnswer && !named && object["properties"].isObject() &&
            !object["additionalProperties"])
            m_json.flag("additionalProperties", false);
        m_json.closeObject();
    }

    void writeMembers(JsonView object, bool named, bool root)
    {
        for (const JsonView member : object) {
            const QByteArray key = member.key();
            if (m_purpose == Parameters && !named && skips(member, key, root))
                continue;
            m_json.escapedKey(key);
            if (!named && (key == "enum" || key == "const" || key == "default" || key == "examples"))
                m_json.raw(member.raw()); // values, whatever they look like
            else
                write(member, !named && (key == "properties" || key == "$defs" || key == "definitions"));
        }
    }

    static bool skips(JsonView member, const QByteArray &key, bool root)
    {
        return (key == "format" && member.is("uri")) || (root && key == "type" && !member.is("object"));
    }

    JsonWriter &m_json;
    For m_purpose;
};

bool isOneOf(std::initializer_list<QByteArrayView> words, QByteArrayView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isClosed(JsonView object)
{
    const JsonView properties = object["properties"];
    if (!properties.isObject() || object["additionalProperties"].boolean() != std::optional(false))
        return false;
    QSet<QByteArray> required;
    for (const JsonView name : object["required"])
        required.insert(name.text());
    for (const JsonView property : properties) {
        if (!required.contains(property.key()))
            return false;
    }
    return true;
}

bool isObjectSchema(JsonView schema)
{
    for (const JsonView type : schema["type"]) {
        if (type.is("object"))
            return true;
    }
    return schema["type"].is("object") || schema["properties"].isObject();
}

//! \a schemas: an object or an array of them.
template<typename F>
bool allOf(JsonView schemas, const F &holds)
{
    for (const JsonView schema : schemas) {
        if (!holds(schema))
            return false;
    }
    return true;
}

//! It says what it is, in a way that leaves nothing open: a reference stands alone, a list says of what.
bool isDefinite(JsonView schema)
{
    if (schema["$ref"]) {
        auto second = schema.begin();
        return !(++second != schema.end());
    }
    if (schema["type"].is("array") && !schema["items"])
        return false;
    return schema["type"] || schema["anyOf"] || schema["enum"] || schema["const"];
}

bool isStrictSchema(JsonView schema)
{
    if (!schema.isObject() || !isDefinite(schema) || (isObjectSchema(schema) && !isClosed(schema)))
        return false;
    return allOf(schema, [](JsonView member) {
        const QByteArray key = member.key();
        if (isOneOf({"properties", "$defs", "definitions", "anyOf"}, key))
            return allOf(member, isStrictSchema);
        if (key == "items")
            return isStrictSchema(member);
        if (key == "format")
            return isOneOf(
                {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"},
                member.text());
        return isOneOf({"type", "required", "additionalProperties", "description", "title", "enum", "const",
                        "$ref", "$schema", "pattern", "minimum", "maximum", "exclusiveMinimum",
                        "exclusiveMaximum", "multipleOf", "minItems", "maxItems"},
                       key);
    });
}

bool isDefinitions(QByteArrayView key)
{
    return key == "$defs" || key == "definitions";
}

//! No reference in \a schema leads to another place than the definitions at the root.
bool refersToDefinitions(JsonView schema)
{
    if (const QByteArray reference = schema["$ref"].text();
        !reference.isEmpty() && !reference.startsWith("#/$defs/") && !reference.startsWith("#/definitions/"))
        return false;
    return allOf(schema, refersToDefinitions);
}

} // namespace

bool isStrict(const QByteArray &schema)
{
    JsonDocument document;
    const JsonView root = document.parse(schema);
    return root["type"].is("object") && !root["anyOf"] && isStrictSchema(root);
}

bool isObjectRoot(const QByteArray &schema)
{
    JsonDocument document;
    return document.parse(schema)["type"].is("object");
}

QByteArray parametersOf(const QByteArray &schema)
{
    JsonDocument document;
    const JsonView root = document.parse(schema);
    if (!root.isObject())
        return noParameters;
    QByteArray out;
    out.reserve(schema.size() + 64);
    JsonWriter json(out);
    Copy(json, Copy::Parameters).writeRoot(root);
    return out;
}

QByteArray asMember(const QByteArray &schema, QByteArrayView name)
{
    JsonDocument document;
    const JsonView root = document.parse(schema);
    if (!refersToDefinitions(root))
        return {};
    QByteArray out;
    JsonWriter json(out);
    json.openObject().text("type", "object").openObject("properties").openObject(name);
    for (const JsonView member : root) {
        if (!isDefinitions(member.key()) && member.key() != "$schema")
            json.escapedKey(member.key()).raw(member.raw());
    }
    json.closeObject().closeObject().openArray("required").text(name).closeArray();
    json.flag("additionalProperties", false);
    for (const JsonView member : root) {
        if (isDefinitions(member.key()))
            json.raw(member.key(), member.raw());
    }
    json.closeObject();
    return out;
}

QByteArray closedSchema(const QByteArray &schema)
{
    JsonDocument document;
    QByteArray out;
    out.reserve(schema.size() + 64);
    JsonWriter json(out);
    Copy(json, Copy::StrictAnswer).write(document.parse(schema));
    return out;
}

} // namespace gatehouse::openai_chat
