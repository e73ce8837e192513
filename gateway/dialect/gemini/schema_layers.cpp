// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/schema_layers.h"

#include "gateway/dialect/schema_reference.h"

namespace gatehouse::gemini {
namespace {

constexpr size_t maxLayers = 64;

bool isNull(JsonView schema)
{
    return schema["type"].is("null") || schema["const"].kind() == JsonView::Null;
}

} // namespace

SchemaLayers::SchemaLayers(JsonView root, JsonView schema, QByteArrayList &references)
    : m_root(root)
    , m_references(references)
{
    add(schema);
}

void SchemaLayers::add(JsonView schema)
{
    if (!schema.isObject() || m_layers.size() >= maxLayers)
        return;
    m_layers.push_back(schema);
    if (schema["$ref"].isString())
        addReference(schema["$ref"].text());
    if (schema["allOf"].isArray()) {
        for (const JsonView branch : schema["allOf"])
            add(branch);
    }
    addChoices(schema["anyOf"]);
    addChoices(schema["oneOf"]);
    m_nullable = m_nullable || schema["nullable"].boolean().value_or(false);
}

void SchemaLayers::addReference(const QByteArray &reference)
{
    if (m_references.contains(reference)) {
        m_endless = true;
        return;
    }
    m_references.append(QByteArray(reference.constData(), reference.size()));
    add(pointedAt(m_root, reference));
}

void SchemaLayers::addChoices(JsonView branches)
{
    if (!branches.isArray())
        return;
    std::vector<JsonView> some;
    for (const JsonView branch : branches) {
        if (isNull(branch))
            m_nullable = true;
        else
            some.push_back(branch);
    }
    if (some.size() == 1)
        add(some.front());
    else if (m_choices.empty())
        m_choices = std::move(some);
}

JsonView SchemaLayers::operator[](QByteArrayView key) const
{
    for (const JsonView layer : m_layers) {
        if (const JsonView found = layer[key]; !found.isMissing())
            return found;
    }
    return {};
}

std::vector<JsonView> SchemaLayers::properties() const
{
    std::vector<JsonView> all;
    for (const JsonView layer : m_layers) {
        if (!layer["properties"].isObject())
            continue;
        for (const JsonView property : layer["properties"])
            all.push_back(property);
    }
    return all;
}

QSet<QByteArray> SchemaLayers::required() const
{
    QSet<QByteArray> names;
    for (const JsonView layer : m_layers) {
        if (!layer["required"].isArray())
            continue;
        for (const JsonView name : layer["required"])
            names.insert(name.text());
    }
    return names;
}

} // namespace gatehouse::gemini
