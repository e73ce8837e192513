// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_edit.h"

#include "gateway/config/close_names.h"
#include "gateway/config/json_splice.h"
#include "gateway/config/json_text.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
constexpr QByteArrayView emptyConfig = "{\n  \"version\": 1\n}\n";

Error refused(const QString &message)
{
    return {400, "invalid_request_error", "invalid_config", message};
}

QByteArray quoted(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const std::string json =
        boost::json::serialize(boost::json::string_view(utf8.data(), size_t(utf8.size())));
    return {json.data(), qsizetype(json.size())};
}

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
    const bool marked = json.startsWith(byteOrderMark);
    QByteArrayView text = marked ? json.sliced(byteOrderMark.size()) : json;
    if (text.trimmed().isEmpty())
        text = emptyConfig;
    const JsonText parsed = parseJsonText(text);
    if (!parsed.problems.isEmpty()) {
        const Problem &first = parsed.problems.front();
        return refused(u"the configuration cannot be changed before it is mended: %1 %2"_s.arg(
            first.path, first.message));
    }
    if (parsed.root.kind != JsonNode::Object)
        return refused(u"the configuration is not an object"_s);
    Result<QByteArray> result = change(text, parsed.root);
    if (result && !parseJsonText(*result).problems.isEmpty())
        return refused(u"the configuration is written in a way that cannot be changed: edit it by hand"_s);
    if (result && marked)
        result->prepend(byteOrderMark.toByteArray());
    return result;
}

//! The list of that name in the root, or null; an error if it is something else.
Result<const JsonNode *> listIn(const JsonNode &root, QByteArrayView name)
{
    const JsonNode *node = root.member(name);
    if (node && node->kind != JsonNode::Array)
        return refused(u"`%1` is not a list"_s.arg(QLatin1StringView(name)));
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
    return refused(u"the configuration has no provider `%1`"_s.arg(id) + suggestion(id, known));
}

QByteArray clientText(const Client &client)
{
    QByteArrayList models;
    for (const QString &model : client.models)
        models.append(quoted(model));
    QByteArray text = "{ \"name\": " + quoted(client.name) +
                      ", \"keyHash\": " + quoted(QString::fromUtf8(client.keyHash)) + ", \"models\": [" +
                      models.join(", ") + ']';
    if (client.limits != Limits()) {
        text +=
            ", \"limits\": { \"requestsPerMinute\": " + QByteArray::number(client.limits.requestsPerMinute) +
            ", \"tokensPerMinute\": " + QByteArray::number(client.limits.tokensPerMinute) +
            ", \"concurrent\": " + QByteArray::number(client.limits.concurrent) + " }";
    }
    if (client.budget != Budget()) {
        text += ", \"budget\": { \"dailyUsd\": " + QByteArray::number(client.budget.dailyUsd) +
                ", \"monthlyUsd\": " + QByteArray::number(client.budget.monthlyUsd) + " }";
    }
    return text + " }";
}

Error noSuchKey(const QString &providerId, qsizetype count)
{
    return refused(u"provider `%1` has %2 key(s) in the configuration"_s.arg(providerId).arg(count));
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
        if (!*clients)
            return withChild(text, root, QByteArray("\"clients\": [\n\t" + clientText(client) + "\n]"));
        for (const JsonNode &node : (*clients)->children) {
            if (stringAt(text, node.member("name")) == client.name)
                return refused(u"there is a client `%1` already"_s.arg(client.name));
        }
        return withChild(text, **clients, clientText(client));
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
        const QByteArray value = quoted(reference);
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
