// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meaning.h"

#include "connect/connected.h"
#include "connect/yaml_places.h"
#include "gateway/config/json_text.h"

#include <boost/json/serialize.hpp>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse {
namespace {

QByteArray asText(const QByteArray &text)
{
    return '"' + text + '"';
}

QByteArray jsonMeaning(const QByteArray &value)
{
    const JsonText parsed = parseJsonText(value);
    if (parsed.value.is_null())
        return value;
    const std::string json = boost::json::serialize(parsed.value);
    // Qt sorts the names of an object.
    const QByteArray list = '[' + QByteArray(json.data(), qsizetype(json.size())) + ']';
    return QJsonDocument::fromJson(list).toJson(QJsonDocument::Compact);
}

QByteArray tomlMeaning(const QByteArray &value)
{
    const bool isLong = value.startsWith("\"\"\"") || value.startsWith("'''");
    if (!isLong && value.size() >= 2 && value.startsWith('\''))
        return asText(value.mid(1, value.size() - 2));
    // The escapes of JSON are those of TOML, but for two that we never write.
    if (!isLong && value.startsWith('"')) {
        const boost::json::value parsed = parseJsonText(value).value;
        if (const auto *string = parsed.if_string())
            return asText(QByteArray(string->data(), qsizetype(string->size())));
    }
    return value;
}

QByteArray yamlMeaning(const PlacedYaml &node)
{
    if (node.kind == PlacedYaml::Alias)
        return "*";
    if (node.kind == PlacedYaml::Scalar)
        return asText(node.text);
    QByteArrayList parts;
    for (size_t i = 0; i < node.children.size(); ++i) {
        const bool isName = node.kind == PlacedYaml::Mapping && i + 1 < node.children.size();
        const QByteArray part = yamlMeaning(node.children[i]);
        parts.append(isName ? part + ": " + yamlMeaning(node.children[++i]) : part);
    }
    if (node.kind == PlacedYaml::Mapping)
        std::sort(parts.begin(), parts.end());
    return (node.kind == PlacedYaml::Mapping ? '{' : '[') + parts.join(", ");
}

QByteArray environmentMeaning(const QByteArray &value)
{
    const char quote = value.size() >= 2 && value.endsWith(value.front()) ? value.front() : '\0';
    if (quote != '"' && quote != '\'' && quote != '`')
        return value;
    const QByteArray inner = value.mid(1, value.size() - 2);
    return quote == '"' ? QByteArray(inner).replace("\\n", "\n") : inner;
}

} // namespace

QByteArray meaningOf(SettingsFormat format, const QByteArray &value)
{
    switch (format) {
    case SettingsFormat::Json:
        return jsonMeaning(value);
    case SettingsFormat::Toml:
        return tomlMeaning(value);
    case SettingsFormat::Yaml: {
        const Result<PlacedYamlText> read = readYaml(value);
        return read && !read->isEmpty ? yamlMeaning(read->root) : value;
    }
    case SettingsFormat::Environment:
        return environmentMeaning(value);
    }
    return value;
}

QByteArray meaningDigest(SettingsFormat format, const QByteArray &value)
{
    return digestOf(meaningOf(format, value));
}

} // namespace gatehouse
