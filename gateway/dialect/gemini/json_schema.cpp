// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/schema.h"

#include "gateway/dialect/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::gemini {
namespace {

//! Numbers that the API, as ProtoJSON has it, also takes as strings.
constexpr std::array<QByteArrayView, 6> counts = {"minItems",      "maxItems",  "minProperties",
                                                  "maxProperties", "minLength", "maxLength"};
//! What JSON schema has no word for, or means something else by.
constexpr std::array<QByteArrayView, 6> foreignKeywords = {
    "nullable", "example", "propertyOrdering", "property_ordering", "response", "type"};

template<size_t size>
bool isIn(const std::array<QByteArrayView, size> &words, QByteArrayView key)
{
    return std::find(words.cbegin(), words.cend(), key) != words.cend();
}

void writeSchema(JsonWriter &json, JsonView schema);

void writeType(JsonWriter &json, JsonView schema)
{
    const JsonView type = schema["type"];
    if (type.isArray()) {
        json.raw("type", type.raw());
        return;
    }
    const QByteArray name = type.text().toLower();
    if (name.isEmpty() || name == "type_unspecified")
        return;
    if (schema["nullable"].boolean().value_or(false))
        json.openArray("type").text(name).text("null").closeArray();
    else
        json.text("type", name);
}

//! Where \a nullable, `null` has to stand in each list of what is allowed.
void writeMember(JsonWriter &json, const QByteArray &key, JsonView value, bool nullable)
{
    if (isIn(foreignKeywords, key) || (key == "format" && value.is("enum")))
        return;
    if (isIn(counts, key) && value.isString()) {
        bool whole = false;
        const qint64 count = value.text().toLongLong(&whole);
        if (whole)
            json.escapedKey(key).number(count);
        return;
    }
    const QByteArrayView name = key == "any_of" ? QByteArrayView("anyOf") : QByteArrayView(key);
    json.escapedKey(name);
    if (name == "properties" && value.isObject()) {
        json.openObject();
        for (const JsonView property : value) {
            json.escapedKey(property.key());
            writeSchema(json, property);
        }
        json.closeObject();
    } else if (name == "anyOf" && value.isArray()) {
        json.openArray();
        for (const JsonView branch : value)
            writeSchema(json, branch);
        if (nullable)
            json.openObject().text("type", "null").closeObject();
        json.closeArray();
    } else if (name == "enum" && value.isArray() && nullable) {
        json.openArray();
        for (const JsonView each : value) {
            if (each)
                json.raw(each.raw());
        }
        json.null().closeArray();
    } else if (name == "items") {
        writeSchema(json, value);
    } else {
        json.raw(value.raw());
    }
}

void writeSchema(JsonWriter &json, JsonView schema)
{
    if (!schema.isObject()) {
        json.raw(schema.raw());
        return;
    }
    json.openObject();
    writeType(json, schema);
    const bool nullable = schema["nullable"].boolean().value_or(false);
    for (const JsonView member : schema)
        writeMember(json, member.key(), member, nullable);
    json.closeObject();
}

} // namespace

QByteArray jsonSchema(JsonView openApi)
{
    if (!openApi.isObject())
        return {};
    QByteArray out;
    JsonWriter json(out);
    writeSchema(json, openApi);
    return out;
}

} // namespace gatehouse::gemini
