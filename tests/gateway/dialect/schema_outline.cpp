// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema_outline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QJsonValue sorted(const QJsonArray &names)
{
    QJsonObject set;
    for (const QJsonValue &name : names)
        set.insert(name.toString(), true);
    return QJsonArray::fromStringList(set.keys());
}

//! Without the bounds that stand in braces at the end of a description.
QJsonObject withoutToldBounds(QJsonObject schema)
{
    const QString description = schema["description"_L1].toString().section(u'{', 0, 0).trimmed();
    if (description.isEmpty())
        schema.remove("description"_L1);
    else
        schema.insert("description"_L1, description);
    return schema;
}

//! \a named: the members are properties, not words of the schema language.
QJsonValue whole(const QJsonValue &value, bool closed, bool named)
{
    if (value.isArray()) {
        QJsonArray elements;
        for (const QJsonValue &element : value.toArray())
            elements.append(whole(element, closed, false));
        return elements;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = named ? value.toObject() : withoutToldBounds(value.toObject());
    QJsonObject out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!named && it.key() == "required"_L1)
            out.insert(it.key(), sorted(it.value().toArray()));
        else if (named || it.key() != "format"_L1 || it.value() != "uri"_L1)
            out.insert(it.key(), whole(it.value(), closed, !named && it.key() == "properties"_L1));
    }
    if (closed && !named && object["properties"_L1].isObject()) {
        out.insert("additionalProperties"_L1, false);
    }
    return out;
}

QJsonValue compiled(const QJsonValue &value, bool named)
{
    if (value.isArray()) {
        QJsonArray elements;
        for (const QJsonValue &element : value.toArray())
            elements.append(compiled(element, false));
        return elements;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    QJsonObject out;
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), compiled(it.value(), !named && it.key() == "properties"_L1));
    if (named)
        return out;
    for (const auto &word : {"minimum"_L1, "maximum"_L1, "minLength"_L1})
        out.remove(word);
    if (object["type"_L1] == "object"_L1)
        out.insert("additionalProperties"_L1, false);
    return out;
}

QJsonObject outline(const QJsonObject &schema);

QString typeOf(const QJsonObject &schema)
{
    for (const QJsonValue &type : schema["type"_L1].toArray()) {
        if (type != "null"_L1)
            return type.toString();
    }
    if (schema["type"_L1].isString())
        return schema["type"_L1].toString();
    return schema.contains("properties"_L1) ? u"object"_s
           : schema.contains("items"_L1)    ? u"array"_s
                                            : u"string"_s;
}

void addProperties(QJsonObject &out, const QJsonObject &schema)
{
    const QJsonObject properties = schema["properties"_L1].toObject();
    if (properties.isEmpty())
        return;
    QJsonObject outlines;
    for (auto it = properties.begin(); it != properties.end(); ++it)
        outlines.insert(it.key(), outline(it.value().toObject()));
    out.insert("properties"_L1, outlines);
    if (schema.contains("required"_L1))
        out.insert("required"_L1, sorted(schema["required"_L1].toArray()));
}

QJsonObject outline(const QJsonObject &told)
{
    const QJsonObject schema = withoutToldBounds(told);
    QJsonObject out;
    for (const auto &word : {"description"_L1, "minimum"_L1, "maximum"_L1, "minLength"_L1}) {
        if (schema.contains(word))
            out.insert(word, schema[word]);
    }
    QJsonArray branches;
    for (const QJsonValue &branch : schema["anyOf"_L1].toArray())
        branches.append(outline(branch.toObject()));
    if (!branches.isEmpty()) {
        out.insert("anyOf"_L1, branches);
        return out;
    }
    const QString type = typeOf(schema);
    if (schema["type"_L1].toArray().contains("null"_L1))
        out.insert("type"_L1, QJsonArray{type, u"null"_s});
    else
        out.insert("type"_L1, type);
    if (schema["const"_L1].isString())
        out.insert("enum"_L1, QJsonArray{schema["const"_L1]});
    if (schema.contains("enum"_L1))
        out.insert("enum"_L1, schema["enum"_L1]);
    addProperties(out, schema);
    if (schema.contains("items"_L1))
        out.insert("items"_L1, outline(schema["items"_L1].toObject()));
    return out;
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject rootOf(const QByteArray &schema)
{
    QJsonObject root = QJsonDocument::fromJson(schema).object();
    root.insert("type"_L1, u"object"_s);
    if (!root["properties"_L1].isObject())
        root.insert("properties"_L1, QJsonObject());
    return root;
}

} // namespace

QByteArray wholeSchema(const QByteArray &schema)
{
    return text(whole(rootOf(schema), false, false).toObject());
}

QByteArray closedSchema(const QByteArray &schema)
{
    return text(whole(rootOf(schema), true, false).toObject());
}

QByteArray compiledSchema(const QByteArray &schema)
{
    return text(compiled(whole(rootOf(schema), false, false), false).toObject());
}

QByteArray schemaOutline(const QByteArray &schema)
{
    return text(outline(rootOf(schema)));
}
