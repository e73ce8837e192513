// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/key_commands.h"

#include "app/config_file.h"
#include "app/config_lock.h"
#include "app/exit_code.h"
#include "app/fault.h"
#include "app/key_place.h"
#include "app/keychain.h"
#include "app/secret_answer.h"
#include "gateway/config/config_edit.h"
#include "gateway/config/key_reference.h"
#include "gateway/credentials/secrets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

using Answer = SecretStore::Answer;

//! Why \a secret cannot be a key; empty if it can.
QString faultOf(const QByteArray &secret)
{
    if (secret.isEmpty())
        return u"There is no key on standard input. Use: printf %s \"$KEY\" | gatehoused key set PROVIDER"_s;
    if (secret.size() > Keychain::longestSecret)
        return u"What stands on standard input is longer than %1 bytes: this is no key."_s.arg(
            Keychain::longestSecret);
    const auto fits = [](char c) { return c > ' ' && c < '\x7f'; };
    if (!std::all_of(secret.cbegin(), secret.cend(), fits))
        return u"What stands on standard input has spaces, line breaks or characters that no key has."_s;
    return {};
}

QString shownReference(const QString &text)
{
    return readKeyReference(text).kind == KeyReference::Invalid ? u"(a literal key: see --check-config)"_s
                                                                : text;
}

//! Writes what \a change makes of the file as it stands by now: a person or a keychain was waited for.
template<typename Change>
Result<QByteArray> changeNow(const Options &options, Change &&change)
{
    const ConfigLock lock(pathsFor(options));
    if (!lock.problem().isEmpty())
        return fault(lock.problem());
    const Result<KeyPlace> place = findKeyPlace(options);
    if (!place)
        return place.error();
    const Result<QByteArray> text = change(*place);
    if (!text)
        return text.error();
    const QString problem = writeConfigFile(place->paths, *text);
    return problem.isEmpty() ? text : fault(problem);
}

//! Without that reference, wherever in the provider's list it stands by now.
Result<QByteArray> withoutReference(const KeyPlace &place, const QString &reference)
{
    const QStringList &keys = place.provider.apiKeys;
    const int usual = place.number - 1;
    const int index = keys.value(usual) == reference ? usual : int(keys.indexOf(reference));
    if (index < 0)
        return place.state.text; // somebody else was faster
    return withoutApiKey(place.state.text, place.provider.id, index);
}

} // namespace

int setKey(const Options &options, SecretStore &store, const Console &console)
{
    const Result<KeyPlace> place = findKeyPlace(options);
    if (!place)
        return console.refuse(place.error().message, BadInput);
    const auto withKey = [&](const KeyPlace &now) -> Result<QByteArray> {
        if (now.entry != place->entry)
            return fault(u"The configuration was changed by another program just now. Please try again."_s);
        return withApiKey(now.state.text, now.provider.id, now.number - 1, u"keychain:"_s + now.entry);
    };
    if (const Result<QByteArray> text = withKey(*place); !text) // before anybody is asked
        return console.refuse(text.error().message, BadInput);
    const QByteArray secret = console.readSecret(u"The key for %1 (it is not shown): "_s.arg(place->entry));
    if (const QString fault = faultOf(secret); !fault.isEmpty())
        return console.refuse(fault, BadInput);
    const Answer answer = answerTo([&](auto done) { store.write(place->entry, secret, done); });
    if (answer.state != Answer::Found)
        return console.refuse(
            u"The key was not stored: %1. Without a keychain, put it into the environment or into %2 and "
            "refer to it as \"${NAME}\" in apiKey."_s.arg(answer.message, place->paths.environment),
            Failed);
    const Result<QByteArray> text = changeNow(options, withKey);
    if (!text)
        return console.refuse(u"The key is stored, but: %1"_s.arg(text.error().message), Failed);
    console.say(
        u"The key %1 is in the keychain, and %2 refers to it."_s.arg(place->entry, place->paths.config));
    for (const Problem &problem : readConfig(*text).problems)
        console.say(problemLine(problem));
    return Ended;
}

int listKeys(const Options &options, SecretStore &store, const Console &console)
{
    const ConfigFileState state = readConfigFile(pathsFor(options));
    if (!state.reading.valid())
        return console.refuse(u"The configuration is not valid: see gatehoused --check-config."_s, BadInput);
    KeychainKeys stored;
    bool reachable = true;
    for (const QString &entry : keychainEntries(state.reading.config)) {
        const Answer answer = answerTo([&](auto done) { store.read(entry, done); });
        const bool found = answer.state == Answer::Found;
        reachable = reachable && (found || answer.state == Answer::NotFound);
        stored.insert(entry, found ? Key{answer.secret} : Key{{}, answer.message});
    }
    for (const Provider &provider : state.reading.config.providers) {
        const QList<Key> keys = resolveKeys(provider, state.environment, stored);
        if (keys.isEmpty())
            console.print(provider.id + u"\t-\tneeds no key"_s);
        for (qsizetype i = 0; i < keys.size(); ++i)
            console.print(keyName(provider.id, int(i) + 1) + u'\t' + shownReference(provider.apiKeys[i]) +
                          u'\t' + (keys[i].usable() ? u"ready"_s : keys[i].problem));
    }
    return reachable ? Ended : Failed;
}

int removeKey(const Options &options, SecretStore &store, const Console &console)
{
    const Result<KeyPlace> place = findKeyPlace(options);
    if (!place)
        return console.refuse(place.error().message, BadInput);
    const KeyReference reference = readKeyReference(place->provider.apiKeys.value(place->number - 1));
    if (reference.kind != KeyReference::Keychain)
        return console.refuse(u"%1 has no key in the keychain."_s.arg(options.argument), BadInput);
    const auto withoutKey = [&](const KeyPlace &now) {
        return withoutReference(now, u"keychain:"_s + reference.name);
    };
    if (const Result<QByteArray> text = withoutKey(*place); !text)
        return console.refuse(text.error().message, BadInput);
    int users = 0;
    for (const Provider &provider : place->state.reading.config.providers)
        users += int(provider.apiKeys.count(u"keychain:"_s + reference.name));
    if (users > 1) { // another key would be gone with it
        if (const Result<QByteArray> text = changeNow(options, withoutKey); !text)
            return console.refuse(text.error().message, Failed);
        console.say(
            u"%1 refers to the key %2 once less; it stays in the keychain, for others use it too."_s.arg(
                place->paths.config, reference.name));
        return Ended;
    }
    const Answer answer = answerTo([&](auto done) { store.remove(reference.name, done); });
    if (answer.state != Answer::Found && answer.state != Answer::NotFound)
        return console.refuse(u"The key was not removed: %1."_s.arg(answer.message), Failed);
    if (const Result<QByteArray> text = changeNow(options, withoutKey); !text)
        return console.refuse(u"The key is removed, but: %1"_s.arg(text.error().message), Failed);
    console.say(u"The key %1 is out of the keychain, and %2 refers to it no more."_s.arg(
        reference.name, place->paths.config));
    return Ended;
}

} // namespace gatehouse
