// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/provider_meaning.h"

#include "gateway/config/base_url.h"
#include "gateway/config/fields.h"
#include "gateway/config/meaning_builder.h"
#include "gateway/config/presets.h"

#include <boost/json/value.hpp>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString wordFor(Dialect dialect)
{
    return QString::fromLatin1(dialectName(dialect));
}

QString wordFor(StreamUsage usage)
{
    return usage == StreamUsage::Ask ? u"ask"_s : u"asIs"_s;
}

Meaning meaningOf(const Timeouts &timeouts, const Timeouts &usual)
{
    FieldsMeaning fields;
    fields.add("connectSeconds", timeouts.connect, usual.connect);
    fields.add("firstByteSeconds", timeouts.firstByte, usual.firstByte);
    fields.add("idleSeconds", timeouts.idle, usual.idle);
    return fields.take();
}

Meaning meaningOf(const Retry &retry, const Retry &usual)
{
    FieldsMeaning fields;
    fields.add("attempts", retry.attempts, usual.attempts);
    fields.add("baseDelayMs", retry.baseDelay, usual.baseDelay);
    fields.add("maxDelayMs", retry.maxDelay, usual.maxDelay);
    return fields.take();
}

Meaning meaningOf(const QList<ExtraHeader> &headers, const QList<ExtraHeader> &usual)
{
    Meaning names{.kind = Meaning::Names, .isUsual = headers == usual};
    for (const ExtraHeader &header : headers)
        names.parts.push_back(
            {.key = header.name, .token = tokenOf(QString::fromUtf8(header.value)), .identity = header.name});
    return names;
}

//! A price that is there says both of its main figures: one of zero is not the same as none.
Meaning meaningOf(const std::optional<Price> &price)
{
    if (!price)
        return absence();
    FieldsMeaning fields;
    fields.add("input", price->input);
    fields.add("output", price->output);
    fields.add("cacheRead", price->cacheRead);
    fields.add("cacheWrite", price->cacheWrite);
    return fields.take();
}

Meaning meaningOf(const ModelEntry &model)
{
    FieldsMeaning fields;
    fields.add("id", model.id, QString());
    fields.add("alias", model.alias, QString());
    fields.add("price", meaningOf(model.price));
    Meaning meaning = fields.take();
    meaning.identity = model.id.toUtf8();
    meaning.isBrief = true;
    return meaning;
}

Meaning meaningOf(const QList<ModelEntry> &models, const QList<ModelEntry> &usual)
{
    Meaning list = listOf(models, [](const ModelEntry &model) { return meaningOf(model); });
    list.isUsual = models == usual;
    return list;
}

//! A list that may be a plain text.
Meaning meaningOfKeys(const QStringList &keys, const QStringList &usual)
{
    Meaning list = meaningOfTexts(keys);
    list.isUsual = keys == usual;
    list.isBrief = true;
    return list;
}

//! What an entry means that has only what is needed to know it by: preset, id, dialect and base URL. Asked of
//! the reader itself, which knows what follows from these.
Provider usualFor(const Provider &provider)
{
    boost::json::object entry;
    const auto put = [&](const char *key, const QString &text) { entry[key] = text.toStdString(); };
    if (!provider.preset.isEmpty())
        put("preset", provider.preset);
    put("id", provider.id);
    put("dialect", wordFor(provider.dialect));
    put("baseUrl", provider.baseUrl);
    QList<Problem> problems;
    const boost::json::value value = std::move(entry);
    ObjectReader reader(value, {}, problems);
    Provider usual;
    readFields(reader, usual);

    const Preset *preset = findPreset(provider.preset);
    const Provider nothing;
    const Provider &base = preset ? preset->provider : nothing;
    usual.id = base.id;
    usual.dialect = base.dialect;
    usual.baseUrl = base.baseUrl;
    return usual;
}

} // namespace

Meaning meaningOf(const Provider &provider)
{
    const Provider usual = usualFor(provider);
    FieldsMeaning fields;
    fields.add("preset", provider.preset, QString());
    fields.add("id", provider.id, usual.id);
    fields.add("name", provider.name, usual.name);
    fields.add("enabled", provider.enabled, usual.enabled);
    fields.add("dialect", wordFor(provider.dialect), wordFor(usual.dialect));
    fields.add("baseUrl", provider.baseUrl, usual.baseUrl);
    fields.add("apiKey", meaningOfKeys(provider.apiKeys, usual.apiKeys));
    if (!provider.apiKeys.isEmpty())
        fields.show(); // so that a person sees where the key comes from
    fields.add("headers", meaningOf(provider.headers, usual.headers));
    fields.add("models", meaningOf(provider.models, usual.models));
    fields.add("limits", meaningOf(provider.limits, usual.limits));
    fields.add("timeouts", meaningOf(provider.timeouts, usual.timeouts));
    fields.add("retry", meaningOf(provider.retry, usual.retry));
    fields.add("streamUsage", wordFor(provider.streamUsage), wordFor(usual.streamUsage));
    fields.add("proxy", provider.proxy, usual.proxy);
    Meaning meaning = fields.take();
    meaning.identity = provider.id.toUtf8();
    return meaning;
}

Meaning meaningOf(const Limits &limits, const Limits &usual)
{
    FieldsMeaning fields;
    fields.add("requestsPerMinute", limits.requestsPerMinute, usual.requestsPerMinute);
    fields.add("tokensPerMinute", limits.tokensPerMinute, usual.tokensPerMinute);
    fields.add("concurrent", limits.concurrent, usual.concurrent);
    return fields.take();
}

} // namespace gatehouse
