// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/literal_keys.h"

#include "gateway/config/config_text.h"
#include "gateway/config/key_reference.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool isMeantAsReference(const QString &key)
{
    return key.startsWith(u'$') || key.startsWith("keychain:"_L1) ||
           readKeyReference(key).kind != KeyReference::Invalid;
}

void addKey(const boost::json::value &value, const QString &providerId, int index, QList<LiteralKey> &keys)
{
    const boost::json::string *text = value.if_string();
    if (!text || text->empty())
        return;
    const QByteArray secret(text->data(), qsizetype(text->size()));
    if (!isMeantAsReference(QString::fromUtf8(secret)))
        keys.append({providerId, index, secret});
}

void addKeysOf(const boost::json::object &provider, QList<LiteralKey> &keys)
{
    const boost::json::value *id = provider.if_contains("id");
    if (!id)
        id = provider.if_contains("preset");
    const boost::json::value *value = provider.if_contains("apiKey");
    if (!id || !id->is_string() || !value)
        return;
    const boost::json::string &name = id->get_string();
    const QString providerId = QString::fromUtf8(name.data(), qsizetype(name.size()));
    if (const boost::json::array *list = value->if_array()) {
        for (size_t i = 0; i < list->size(); ++i)
            addKey((*list)[i], providerId, int(i), keys);
    } else {
        addKey(*value, providerId, 0, keys);
    }
}

} // namespace

QList<LiteralKey> literalKeys(QByteArrayView json)
{
    const Result<ConfigText> config = openConfigText(json);
    if (!config)
        return {};
    const boost::json::value value = parseJsonText(config->text).value;
    const boost::json::value *providers = value.get_object().if_contains("providers");
    const boost::json::array *list = providers ? providers->if_array() : nullptr;
    QList<LiteralKey> keys;
    for (size_t i = 0; list && i < list->size(); ++i) {
        if (const boost::json::object *provider = (*list)[i].if_object())
            addKeysOf(*provider, keys);
    }
    return keys;
}

} // namespace gatehouse
