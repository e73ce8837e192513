// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_edit.h"

#include "gateway/config/close_names.h"
#include "gateway/config/config_meaning.h"
#include "gateway/config/config_text.h"
#include "gateway/config/json_splice.h"
#include "gateway/config/words.h"

#include <boost/json/parse.hpp>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! What a node says when it is a string, else nothing.
QString stringAt(QByteArrayView text, const JsonNode *node)
{
    if (!node || node->kind != JsonNode::Scalar || text[node->begin] != '"')
        return {};
    boost::json::error_code error;
    const boost::json::value value =
        boost::json::parse({text.data() + node->begin, size_t(node->end - node->begin)}, error);
    const boost::json::string *string = value.if_string();
    return string ? QString::fromUtf8(string->data(), qsizetype(string->size())) : QString();
}

//! Runs \a change on the text and its places, and makes sure that what comes out can be read again.
template<typename Change>
Result<QByteArray> edited(QByteArrayView json, Change change)
{
    const Result<ConfigText> config = openConfigText(json);
    if (!config)
        return config.error();
    const Result<QByteArray> result = change(config->text, config->root);
    if (!result)
        return result.error();
    if (!parseJsonText(*result).problems.isEmpty())
        return configRefused(
            ConfigWords::tr("the configuration is written in a way that cannot be changed: edit it by hand"));
    return config->toFile(*result);
}

//! The list of that name in the root, or null; an error if it is something else.
Result<const JsonNode *> listIn(const JsonNode &root, QByteArrayView name)
{
    const JsonNode *node = root.member(name);
    if (node && node->kind != JsonNode::Array)
        return configRefused(ConfigWords::tr("`%1` is not a list").arg(QLatin1StringView(name)));
    return node;
}

Result<const JsonNode *> providerIn(QByteArrayView text, const JsonNode &root, const QString &id)
{
    const Result<const JsonNode *> providers = listIn(root, "providers");
    if (!providers)
        return providers.error();
    const JsonNode nothing;
    QStringList known;
    for (const JsonNode &node : (*providers ? **providers : nothing).children) {
        const JsonNode *name = node.member("id");
        known.append(stringAt(text, name ? name : node.member("preset")));
        if (known.last() == id)
            return &node;
    }
    return configRefused(ConfigWords::tr("the configuration has no provider `%1`").arg(id) +
                         suggestion(id, known));
}

//! Nor can one be set beyond the next: a list has no gaps.
Error noSuchKey(const QString &providerId, qsizetype count)
{
    if (count == 0)
        return configRefused(
            u"provider `%1` has no key in the configuration yet: its first is `%1`"_s.arg(providerId));
    return configRefused(u"provider `%1` has %2: the next is `%1/%3`"_s.arg(
        providerId, count == 1 ? u"1 key"_s : u"%1 keys"_s.arg(count), QString::number(count + 1)));
}

//! How many keys an `apiKey` lists.
qsizetype countKeys(QByteArrayView text, const JsonNode *keys)
{
    if (!keys)
        return 0;
    if (keys->kind == JsonNode::Array)
        return qsizetype(keys->children.size());
    return text.sliced(keys->begin, keys->end - keys->begin) == "\"\"" ? 0 : 1;
}

} // namespace

Result<QByteArray> withClient(QByteArrayView json, const Client &client)
{
    return edited(json, [&](QByteArrayView text, const JsonNode &root) -> Result<QByteArray> {
        const Result<const JsonNode *> clients = listIn(root, "clients");
        if (!clients)
            return clients.error();
        const QByteArray entry = jsonOf(meaningOf(client));
        if (!*clients)
            return withChild(text, root, QByteArray("\"clients\": [\n\t" + entry + "\n]"));
        for (const JsonNode &node : (*clients)->children) {
            if (stringAt(text, node.member("name")) == client.name)
                return configRefused(ConfigWords::tr("there is a client `%1` already").arg(client.name));
        }
        return withChild(text, **clients, entry);
    });
}

Result<QByteArray> withApiKey(QByteArrayView json, const QString &providerId, int index,
                              const QString &reference)
{
    return edited(json, [&](QByteArrayView text, const JsonNode &root) -> Result<QByteArray> {
        const Result<const JsonNode *> provider = providerIn(text, root, providerId);
        if (!provider)
            return provider.error();
        const JsonNode *keys = (*provider)->member("apiKey");
        const qsizetype count = countKeys(text, keys);
        const QByteArray value = quotedJson(reference);
        if (index < 0 || index > count)
            return noSuchKey(providerId, count);
        if (!keys)
            return withChild(text, **provider, QByteArray("\"apiKey\": " + value));
        if (keys->kind == JsonNode::Array)
            return index < count ? withValue(text, keys->children[size_t(index)], value)
                                 : withChild(text, *keys, value);
        if (index == 0)
            return withValue(text, *keys, value);
        const QByteArrayView first = text.sliced(keys->begin, keys->end - keys->begin);
        return withValue(text, *keys, QByteArray('[' + first.toByteArray() + ", " + value + ']'));
    });
}

Result<QByteArray> withoutApiKey(QByteArrayView json, const QString &providerId, int index)
{
    return edited(json, [&](QByteArrayView text, const JsonNode &root) -> Result<QByteArray> {
        const Result<const JsonNode *> provider = providerIn(text, root, providerId);
        if (!provider)
            return provider.error();
        const JsonNode *keys = (*provider)->member("apiKey");
        const qsizetype count = countKeys(text, keys);
        if (index < 0 || index >= count)
            return noSuchKey(providerId, count);
        if (count > 1)
            return withoutChild(text, *keys, size_t(index));
        return withoutChild(text, **provider, size_t(keys - (*provider)->children.data()));
    });
}

} // namespace gatehouse
