// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/config_meaning.h"

#include "gateway/config/meaning_builder.h"
#include "gateway/config/provider_meaning.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

Meaning meaningOf(const Listener &listener)
{
    const Listener usual;
    FieldsMeaning fields;
    fields.add("host", listener.host, usual.host);
    fields.add("port", listener.port, usual.port);
    fields.add("maxBodyBytes", listener.maxBodyBytes, usual.maxBodyBytes);
    fields.add("maxConnections", listener.maxConnections, usual.maxConnections);
    fields.add("allowedOrigins", listener.allowedOrigins, usual.allowedOrigins);
    fields.add("allowedHosts", listener.allowedHosts, usual.allowedHosts);
    return fields.take();
}

Meaning meaningOf(const Budget &budget)
{
    const Budget usual;
    FieldsMeaning fields;
    fields.add("dailyUsd", budget.dailyUsd, usual.dailyUsd);
    fields.add("monthlyUsd", budget.monthlyUsd, usual.monthlyUsd);
    return fields.take();
}

Meaning meaningOf(const AlertRules &alerts)
{
    const AlertRules usual;
    FieldsMeaning fields;
    fields.add("webhookUrl", alerts.webhookUrl, usual.webhookUrl);
    fields.add("errorRatePercent", alerts.errorRatePercent, usual.errorRatePercent);
    return fields.take();
}

Meaning meaningOf(const RouteTarget &target)
{
    const RouteTarget usual;
    FieldsMeaning fields;
    fields.add("provider", target.provider, usual.provider);
    fields.add("model", target.model, usual.model);
    fields.add("weight", target.weight, usual.weight);
    Meaning meaning = fields.take();
    meaning.identity = target.provider.toUtf8() + '/' + target.model.toUtf8();
    return meaning;
}

QString wordFor(Policy policy)
{
    switch (policy) {
    case Policy::Weighted:
        return u"weighted"_s;
    case Policy::Fastest:
        return u"fastest"_s;
    case Policy::Priority:
        break;
    }
    return u"priority"_s;
}

Meaning meaningOf(const Route &route)
{
    const Route usual;
    FieldsMeaning fields;
    fields.add("model", route.model, usual.model);
    fields.add("policy", wordFor(route.policy), wordFor(usual.policy));
    fields.add("targets", listOf(route.targets, [](const RouteTarget &target) { return meaningOf(target); }));
    Meaning meaning = fields.take();
    meaning.identity = route.model.toUtf8();
    return meaning;
}

//! A field that stands alone inside an object of its own.
template<typename T>
Meaning meaningOfSingle(const char *key, const T &value, const T &usual)
{
    FieldsMeaning fields;
    fields.add(key, value, usual);
    return fields.take();
}

} // namespace

Meaning meaningOf(const Client &client)
{
    const Client usual;
    FieldsMeaning fields;
    fields.add("name", client.name, usual.name);
    fields.add("keyHash", QString::fromUtf8(client.keyHash), QString());
    fields.add("models", client.models, usual.models);
    fields.show(); // what a client may do should not have to be known by heart
    fields.add("limits", meaningOf(client.limits, usual.limits));
    fields.add("budget", meaningOf(client.budget));
    Meaning meaning = fields.take();
    meaning.identity = client.name.toUtf8();
    return meaning;
}

Meaning meaningOf(const Config &config)
{
    const Config usual;
    FieldsMeaning fields;
    fields.add("listener", meaningOf(config.listener));
    fields.add("clients", listOf(config.clients, [](const Client &client) { return meaningOf(client); }));
    fields.add("providers",
               listOf(config.providers, [](const Provider &provider) { return meaningOf(provider); }));
    fields.add("routes", listOf(config.routes, [](const Route &route) { return meaningOf(route); }));
    fields.add("defaultModel", config.defaultModel, usual.defaultModel);
    fields.add("cooldown", meaningOfSingle("maxSeconds", config.cooldownMax, usual.cooldownMax));
    fields.add("health", meaningOfSingle("intervalSeconds", config.healthInterval, usual.healthInterval));
    fields.add("usage", meaningOfSingle("keepDays", config.usageKeepDays, usual.usageKeepDays));
    fields.add("budget", meaningOf(config.budget));
    fields.add("alerts", meaningOf(config.alerts));
    return fields.take();
}

} // namespace gatehouse
