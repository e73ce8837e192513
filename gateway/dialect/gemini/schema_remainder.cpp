// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/gemini/schema_remainder.h"

#include "gateway/dialect/json_escape.h"

namespace gatehouse::gemini {
namespace {

//! What the subset lacks, of any type. Names and comments say nothing of the value.
constexpr QByteArrayView lacking[] = {
    "multipleOf",        "exclusiveMinimum", "exclusiveMaximum", "uniqueItems",
    "patternProperties", "propertyNames",    "contains",         "not"};
//! What it has, but not beside a choice among types.
constexpr QByteArrayView ofOneType[] = {"minimum",  "maximum",  "minLength",     "maxLength",    "pattern",
                                        "minItems", "maxItems", "minProperties", "maxProperties"};

class Remainder final
{
public:
    explicit Remainder(const SchemaLayers &layers)
        : m_layers(layers)
    {
    }

    void tell(QByteArrayView word)
    {
        const JsonView value = m_layers[word];
        if (!value || value.boolean() == std::optional(false))
            return;
        m_text += m_text.isEmpty() ? "{" : ", ";
        m_text.append(word).append(": ");
        appendCompact(m_text, value.raw());
    }

    QByteArray text() const { return m_text.isEmpty() ? m_text : m_text + '}'; }

private:
    const SchemaLayers &m_layers;
    QByteArray m_text;
};

} // namespace

QByteArray remainderOf(const SchemaLayers &layers, const Sayable &sayable)
{
    Remainder rest(layers);
    if (layers.endless()) {
        rest.tell("$ref");
        return rest.text();
    }
    if (!sayable.values)
        rest.tell(layers["const"] ? "const" : "enum");
    if (!sayable.format)
        rest.tell("format");
    if (sayable.type.isEmpty()) {
        for (const QByteArrayView word : ofOneType)
            rest.tell(word);
    }
    for (const QByteArrayView word : lacking)
        rest.tell(word);
    if (const JsonView further = layers["additionalProperties"]; further.isObject() && !further.isEmpty())
        rest.tell("additionalProperties");
    rest.tell("prefixItems");
    if (layers["items"].isArray())
        rest.tell("items");
    return rest.text();
}

} // namespace gatehouse::gemini
