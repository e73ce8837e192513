// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/openai_chat/schema.h"

#include "gateway/dialect/json_view.h"
#include "gateway/dialect/json_writer.h"

namespace gatehouse::openai_chat {
namespace {

constexpr char noParameters[] = R"({"type":"object","properties":{}})";

//! Writes a schema anew, member by member.
class Copy final
{
public:
    Copy(JsonWriter &json, bool strict)
        : m_json(json)
        , m_strict(strict)
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
        close(root);
    }

private:
    void writeObject(JsonView object, bool named)
    {
        m_json.openObject();
        writeMembers(object, named, false);
        if (named)
            m_json.closeObject();
        else
            close(object);
    }

    void writeMembers(JsonView object, bool named, bool root)
    {
        for (const JsonView member : object) {
            const QByteArray key = member.key();
            if (!named && skips(member, key, object, root))
                continue;
            m_json.escapedKey(key);
            if (!named && (key == "enum" || key == "const" || key == "default" || key == "examples"))
                m_json.raw(member.raw()); // values, whatever they look like
            else
                write(member, !named && (key == "properties" || key == "$defs" || key == "definitions"));
        }
    }

    bool skips(JsonView member, const QByteArray &key, JsonView object, bool root) const
    {
        if (key == "format" && member.is("uri"))
            return true;
        if (root && key == "type" && !member.is("object"))
            return true;
        return m_strict && object["properties"].isObject() &&
               (key == "additionalProperties" || key == "required");
    }

    void close(JsonView object)
    {
        if (m_strict && object["properties"].isObject()) {
            m_json.openArray("required");
            for (const JsonView property : object["properties"])
                m_json.text(property.key());
            m_json.closeArray().flag("additionalProperties", false);
        }
        m_json.closeObject();
    }

    JsonWriter &m_json;
    bool m_strict;
};

QByteArray copied(const QByteArray &schema, bool strict)
{
    JsonDocument document;
    const JsonView root = document.parse(schema);
    if (!root.isObject())
        return noParameters;
    QByteArray out;
    out.reserve(schema.size() + 64);
    JsonWriter json(out);
    Copy(json, strict).writeRoot(root);
    return out;
}

} // namespace

QByteArray parametersOf(const QByteArray &schema)
{
    return copied(schema, false);
}

QByteArray strictSchema(const QByteArray &schema)
{
    return copied(schema, true);
}

} // namespace gatehouse::openai_chat
