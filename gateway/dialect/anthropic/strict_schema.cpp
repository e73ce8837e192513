// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/anthropic/strict_schema.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"
#include "gateway/dialect/schema_reference.h"

#include <algorithm>
#include <initializer_list>

namespace gatehouse::anthropic {
namespace {

using Words = std::initializer_list<QByteArrayView>;

bool isOneOf(Words words, QByteArrayView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isListOfPlainValues(JsonView list)
{
    for (const JsonView value : list) {
        if (value.isArray() || value.isObject())
            return false;
    }
    return list.isArray();
}

bool isObjectSchema(JsonView schema)
{
    const JsonView type = schema["type"];
    if (!type.isArray())
        return type.is("object") || (!type && schema["properties"].isObject());
    for (const JsonView each : type) {
        if (each.is("object"))
            return true;
    }
    return false;
}

//! Without what its compiler of expressions lacks: looking around, back references, word boundaries.
bool isSimplePattern(const QByteArray &pattern)
{
    for (qsizetype i = 0; i + 1 < pattern.size(); ++i) {
        const char next = pattern[i + 1];
        if (pattern[i] == '\\') {
            if (next == 'b' || next == 'B' || next == 'k' || (next >= '1' && next <= '9'))
                return false;
            ++i;
        } else if (pattern[i] == '(' && next == '?' && pattern.mid(i + 2, 1) != ":") {
            return false;
        }
    }
    return true;
}

class Copy final
{
public:
    explicit Copy(JsonWriter &json)
        : m_json(json)
    {
    }

    void write(JsonView schema)
    {
        if (schema.isObject())
            writeSchema(schema);
        else
            m_json.raw(schema.raw());
    }

private:
    void writeSchema(JsonView schema)
    {
        if (const JsonView reference = referenceOf(schema)) {
            m_json.openObject().raw("$ref", reference.raw());
            for (const QByteArrayView word : {"$defs", "definitions"}) {
                if (schema[word].isObject())
                    writeNamed(word, schema[word]);
            }
            m_json.closeObject();
            return;
        }
        QByteArray rest;
        m_json.openObject();
        for (const JsonView member : schema)
            writeMember(schema, member, rest);
        if (isObjectSchema(schema))
            m_json.flag("additionalProperties", false);
        QByteArray description = schema["description"].text();
        if (!description.isEmpty() && !rest.isEmpty())
            description += "\n\n";
        if (!rest.isEmpty())
            description += '{' + rest + '}';
        if (!description.isEmpty())
            m_json.text("description", description);
        m_json.closeObject();
    }

    //! Beside a reference nothing is taken, nor one in `allOf`, as generators write it to add a description.
    static JsonView referenceOf(JsonView schema)
    {
        if (schema["$ref"].isString())
            return schema["$ref"];
        const JsonView all = schema["allOf"];
        if (schema["properties"] || !all.isArray() || all.isEmpty() || ++all.begin() != all.end())
            return {};
        return (*all.begin())["$ref"];
    }

    void writeMember(JsonView schema, JsonView member, QByteArray &rest)
    {
        const QByteArray key = member.key();
        if (isOneOf({"properties", "$defs", "definitions"}, key) && member.isObject()) {
            writeNamed(key, member);
        } else if (isOneOf({"anyOf", "allOf"}, key) && member.isArray()) {
            writeEach(key, member);
        } else if (key == "oneOf" && member.isArray() && !schema["anyOf"]) {
            writeEach("anyOf", member);
        } else if (key == "items" && member.isObject()) {
            m_json.name(key);
            write(member);
        } else if (isTaken(key, member)) {
            m_json.name(key).raw(member.raw());
        } else if (!isSilent(key)) {
            if (!rest.isEmpty())
                rest += ", ";
            rest += key + ": " + member.rawBytes();
        }
    }

    static bool isTaken(const QByteArray &key, JsonView value)
    {
        if (isOneOf({"type", "title", "required", "const", "default"}, key))
            return true;
        if (key == "enum")
            return isListOfPlainValues(value);
        if (key == "minItems")
            return value.integer() == 0 || value.integer() == 1;
        if (key == "pattern")
            return value.isString() && isSimplePattern(value.text());
        return key == "format" && isOneOf({"date-time", "time", "date", "duration", "email", "hostname",
                                           "uri", "ipv4", "ipv6", "uuid"},
                                          value.text());
    }

    //! What is written elsewhere, or says nothing about the value.
    static bool isSilent(const QByteArray &key)
    {
        return isOneOf({"description", "additionalProperties", "$schema", "$id", "$anchor", "$comment"}, key);
    }

    void writeNamed(QByteArrayView key, JsonView schemas)
    {
        m_json.openObject(key);
        for (const JsonView schema : schemas) {
            m_json.escapedKey(schema.key());
            write(schema);
        }
        m_json.closeObject();
    }

    void writeEach(QByteArrayView key, JsonView schemas)
    {
        m_json.openArray(key);
        for (const JsonView schema : schemas)
            write(schema);
        m_json.closeArray();
    }

    JsonWriter &m_json;
};

bool namesAllProperties(JsonView schema)
{
    if (schema.isArray()) {
        for (const JsonView each : schema) {
            if (!namesAllProperties(each))
                return false;
        }
        return true;
    }
    if (!schema.isObject())
        return true;
    const JsonView further = schema["additionalProperties"];
    if (isObjectSchema(schema) && (!schema["properties"].isObject() || further.isObject() ||
                                   further.boolean().value_or(false) || schema["patternProperties"]))
        return false;
    for (const QByteArrayView key : {"properties", "$defs", "definitions"}) {
        for (const JsonView each : schema[key]) {
            if (!namesAllProperties(each))
                return false;
        }
    }
    return namesAllProperties(schema["items"]) && namesAllProperties(schema["anyOf"]) &&
           namesAllProperties(schema["oneOf"]) && namesAllProperties(schema["allOf"]);
}

} // namespace

bool canBeStrict(const QByteArray &schema)
{
    JsonDocument document;
    const JsonView root = document.parse(schema);
    return namesAllProperties(root) && !isRecursive(root);
}

bool hasOwnFormat(const OutputFormat &output, const Target &target)
{
    return output.kind == OutputFormat::JsonSchema && target.traits.takesOutputFormat &&
           canBeStrict(output.schema);
}

QByteArray strictSchema(const QByteArray &schema)
{
    JsonDocument document;
    const JsonView root = document.parse(schema);
    QByteArray out;
    out.reserve(schema.size() + 64);
    JsonWriter json(out);
    Copy(json).write(root);
    return out;
}

} // namespace gatehouse::anthropic
