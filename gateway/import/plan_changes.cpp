// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/plan_changes.h"

#include "gateway/config/base_url.h"
#include "gateway/config/key_reference.h"
#include "gateway/import/import_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

QString idOf(const Provider &provider)
{
    return provider.id;
}

QString idOf(const Route &route)
{
    return route.model;
}

QString idOf(const Client &client)
{
    return client.name;
}

template<typename T>
const T *find(const QList<T> &list, const QString &id)
{
    const auto it = std::find_if(list.cbegin(), list.cend(), [&](const T &one) { return idOf(one) == id; });
    return it == list.cend() ? nullptr : &*it;
}

template<typename T>
QStringList idsOf(const QList<T> &list)
{
    QStringList ids;
    for (const T &one : list)
        ids.append(idOf(one));
    return ids;
}

QString shownKeys(const QStringList &keys)
{
    QStringList shown;
    for (const QString &key : keys)
        shown.append(readKeyReference(key).kind == KeyReference::Invalid ? u"?"_s : key);
    return shown.isEmpty() ? ImportText::tr("none") : shown.join(u", "_s);
}

//! `what: before → after`.
QString step(const QString &what, const QString &before, const QString &after)
{
    return u"%1: %2 → %3"_s.arg(what, before, after);
}

//! What is to be known of the keys of \a provider, beside where they go.
QStringList notesOnKeys(const Config &now, const Provider &provider, const QList<ImportedKey> &keys)
{
    QStringList notes;
    for (const QString &key : provider.apiKeys) {
        const KeyReference reference = readKeyReference(key);
        if (reference.kind == KeyReference::Keychain && reference.host != hostAndPort(provider.baseUrl))
            notes.append(ImportText::tr("its stored key stays with %1").arg(reference.host));
    }
    for (const ImportedKey &key : keys) {
        if (key.provider != provider.id)
            continue;
        const bool isStored = std::any_of(now.providers.cbegin(), now.providers.cend(), [&](const auto &one) {
            return one.apiKeys.contains(key.reference);
        });
        notes.append(isStored ? ImportText::tr("its stored key is replaced by the imported one")
                              : ImportText::tr("its key goes into the keychain"));
    }
    notes.removeDuplicates();
    return notes;
}

//! \a what, with those of \a before that are not in \a after.
QString changedList(const QString &what, const QStringList &before, const QStringList &after)
{
    constexpr qsizetype mostNamed = 10;
    QStringList gone = before;
    gone.removeIf([&](const QString &name) { return name.isEmpty() || after.contains(name); });
    if (gone.isEmpty())
        return what;
    const QString more = gone.size() > mostNamed ? u", …"_s : QString();
    return ImportText::tr("%1, no longer: %2", "models or headers, names")
        .arg(what, gone.mid(0, mostNamed).join(u", "_s) + more);
}

QStringList namesOf(const QList<ModelEntry> &models)
{
    QStringList names;
    for (const ModelEntry &model : models)
        names << model.id << model.alias;
    return names;
}

QStringList namesOf(const QList<ExtraHeader> &headers)
{
    QStringList names;
    for (const ExtraHeader &header : headers)
        names.append(QString::fromUtf8(header.name));
    return names;
}

QString differences(const Provider &before, const Provider &after)
{
    QStringList parts;
    const auto note = [&](bool differs, const QString &what) {
        if (differs)
            parts.append(what);
    };
    if (before.baseUrl != after.baseUrl)
        parts.append(step(ImportText::tr("address"), before.baseUrl, after.baseUrl));
    if (before.apiKeys != after.apiKeys)
        parts.append(step(ImportText::tr("key"), shownKeys(before.apiKeys), shownKeys(after.apiKeys)));
    if (before.proxy != after.proxy)
        parts.append(step(ImportText::tr("proxy"), before.proxy, after.proxy));
    if (before.dialect != after.dialect)
        parts.append(step(ImportText::tr("dialect"), QString::fromLatin1(dialectName(before.dialect)),
                          QString::fromLatin1(dialectName(after.dialect))));
    if (before.enabled != after.enabled)
        parts.append(after.enabled ? ImportText::tr("switched on") : ImportText::tr("switched off"));
    note(before.headers != after.headers,
         changedList(ImportText::tr("headers"), namesOf(before.headers), namesOf(after.headers)));
    note(before.name != after.name, ImportText::tr("name"));
    note(before.models != after.models,
         changedList(ImportText::tr("models"), namesOf(before.models), namesOf(after.models)));
    note(before.limits != after.limits, ImportText::tr("limits"));
    note(before.timeouts != after.timeouts, ImportText::tr("timeouts"));
    note(before.retry != after.retry, ImportText::tr("retries"));
    note(before.streamUsage != after.streamUsage, ImportText::tr("usage in streams"));
    note(before.preset != after.preset, ImportText::tr("preset"));
    return parts.join(u"; "_s);
}

QString summary(const Provider &provider)
{
    return ImportText::tr("%1 at %2; key: %3; models: %4")
        .arg(QString::fromLatin1(dialectName(provider.dialect)), provider.baseUrl,
             shownKeys(provider.apiKeys), QString::number(provider.models.size()));
}

QString policyText(Policy policy)
{
    switch (policy) {
    case Policy::Priority:
        return ImportText::tr("in order");
    case Policy::Weighted:
        return ImportText::tr("by weight");
    case Policy::Fastest:
        break;
    }
    return ImportText::tr("the fastest");
}

QString summary(const Route &route)
{
    QStringList targets;
    for (const RouteTarget &target : route.targets) {
        const QString weight =
            route.policy == Policy::Weighted ? u" ×"_s + QString::number(target.weight) : QString();
        targets.append(target.provider + u'/' + target.model + weight);
    }
    return ImportText::tr("%1: %2", "how a target is chosen, targets")
        .arg(policyText(route.policy), targets.join(u", "_s));
}

QString summary(const Client &client)
{
    return ImportText::tr("may ask for %1").arg(client.models.join(u", "_s));
}

QString differences(const Route &before, const Route &after)
{
    return step(ImportText::tr("targets"), summary(before), summary(after));
}

QString differences(const Client &before, const Client &after)
{
    return before.keyHash == after.keyHash ? ImportText::tr("what it may ask for and spend")
                                           : ImportText::tr("another key opens the door for it");
}

//! Compares \a now with \a after, one by one; an order that differs is a change of the list, \a path.
template<typename T, typename Notes>
void compare(const QList<T> &now, const QList<T> &after, ImportChange::Subject subject, const QString &path,
             QList<ImportChange> &changes, Notes notes)
{
    for (const T &one : after) {
        const T *before = find(now, idOf(one));
        QStringList detail = notes(one);
        if (!before)
            detail.prepend(summary(one));
        else if (*before != one)
            detail.prepend(differences(*before, one));
        else if (detail.isEmpty())
            continue;
        detail.removeAll(QString());
        changes.append(
            {before ? ImportChange::Changed : ImportChange::Added, subject, idOf(one), detail.join(u"; "_s)});
    }
    QStringList kept;
    for (const T &one : now) {
        if (find(after, idOf(one)))
            kept.append(idOf(one));
        else
            changes.append({ImportChange::Removed, subject, idOf(one), summary(one)});
    }
    QStringList order = idsOf(after);
    order.removeIf([&](const QString &id) { return !kept.contains(id); });
    if (order != kept)
        changes.append({ImportChange::Changed, ImportChange::Setting, path, ImportText::tr("another order")});
}

template<typename T>
void compareSetting(const T &before, const T &after, const QString &path, const QString &detail,
                    QList<ImportChange> &changes)
{
    if (before != after)
        changes.append({ImportChange::Changed, ImportChange::Setting, path, detail});
}

QList<Provider> comparable(QList<Provider> providers)
{
    for (Provider &provider : providers)
        provider = comparable(std::move(provider));
    return providers;
}

} // namespace

Provider comparable(Provider provider)
{
    provider.auth = {};
    provider.nativeResponses = false;
    return provider;
}

QList<ImportChange> contentChanges(const Config &now, const Config &after, const QList<ImportedKey> &keys)
{
    QList<ImportChange> changes;
    const QList<Provider> before = comparable(now.providers);
    compare(before, comparable(after.providers), ImportChange::Provider, u"/providers"_s, changes,
            [&](const Provider &provider) {
                const Provider *same = find(before, provider.id);
                const bool isImported = std::any_of(
                    keys.cbegin(), keys.cend(), [&](const auto &key) { return key.provider == provider.id; });
                return same && *same == provider && !isImported ? QStringList()
                                                                : notesOnKeys(now, provider, keys);
            });
    const auto none = [](const auto &) { return QStringList(); };
    compare(now.routes, after.routes, ImportChange::Route, u"/routes"_s, changes, none);
    const qsizetype firstClient = changes.size();
    compare(now.clients, after.clients, ImportChange::Client, u"/clients"_s, changes, none);
    if (now.clients.isEmpty() && changes.size() > firstClient)
        changes[firstClient].detail += u"; "_s + ImportText::tr("from then on every application needs a key");

    compareSetting(now.defaultModel, after.defaultModel, u"/defaultModel"_s,
                   step(ImportText::tr("model"), now.defaultModel, after.defaultModel), changes);
    compareSetting(now.cooldownMax.count(), after.cooldownMax.count(), u"/cooldown/maxSeconds"_s,
                   step(ImportText::tr("seconds"), QString::number(now.cooldownMax.count()),
                        QString::number(after.cooldownMax.count())),
                   changes);
    compareSetting(now.healthInterval.count(), after.healthInterval.count(), u"/health/intervalSeconds"_s,
                   step(ImportText::tr("seconds"), QString::number(now.healthInterval.count()),
                        QString::number(after.healthInterval.count())),
                   changes);
    compareSetting(now.usageKeepDays, after.usageKeepDays, u"/usage/keepDays"_s,
                   step(ImportText::tr("days"), QString::number(now.usageKeepDays),
                        QString::number(after.usageKeepDays)),
                   changes);
    compareSetting(now.budget, after.budget, u"/budget"_s, ImportText::tr("what may be spent"), changes);
    compareSetting(now.alerts, after.alerts, u"/alerts"_s, ImportText::tr("when and whom to tell"), changes);
    return changes;
}

} // namespace gatehouse
