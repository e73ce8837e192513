// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_command.h"

#include "app/config_file.h"
#include "app/config_lock.h"
#include "app/config_versions.h"
#include "app/exit_code.h"
#include "app/import_text.h"
#include "app/keychain.h"
#include "app/secret_answer.h"
#include "gateway/config/config_write.h"
#include "gateway/import/read_import.h"

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whether a person at the terminal says yes.
bool isAgreed(const Console &console)
{
    constexpr qint64 longestAnswer = 64;
    console.err.write("Change the configuration? [y/N] ");
    const QByteArray answer = console.in.readLine(longestAnswer).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

//! Puts keys into the store, and what was there back.
class KeyMove final
{
public:
    KeyMove(SecretStore &store, const Console &console)
        : m_store(store)
        , m_console(console)
    {
    }

    //! Says how to set those that could not be stored. Whether all could.
    bool store(const QList<ImportedKey> &keys)
    {
        bool all = true;
        for (const ImportedKey &key : keys) {
            const SecretStore::Answer answer = storeOne(key);
            if (answer.state == SecretStore::Answer::Found)
                continue;
            all = false;
            m_console.say(u"The key of '%1' was not stored: %2. Set it with: gatehoused key set %1%3"_s.arg(
                key.provider, answer.message,
                key.index == 0 ? QString() : u'/' + QString::number(key.index + 1)));
        }
        return all;
    }

    void putBack()
    {
        for (const Before &before : std::exchange(m_stored, {})) {
            const auto ask = [&](auto done) {
                if (before.secret)
                    m_store.write(before.entry, *before.secret, done);
                else
                    m_store.remove(before.entry, done);
            };
            if (const SecretStore::Answer answer = answerTo(ask); answer.state != SecretStore::Answer::Found)
                m_console.say(
                    u"The keychain entry %1 could not be put back: %2."_s.arg(before.entry, answer.message));
        }
    }

private:
    //! An entry as it was before it was written.
    struct Before
    {
        QString entry;
        std::optional<QByteArray> secret; //!< none: there was no such entry
    };

    SecretStore::Answer storeOne(const ImportedKey &key)
    {
        const QString entry = key.reference.section(u':', 1);
        if (key.secret.size() > Keychain::longestSecret)
            return {SecretStore::Answer::NotFound, {}, u"it is too long for a key"_s};
        const SecretStore::Answer old = answerTo([&](auto done) { m_store.read(entry, done); });
        const bool isThere = old.state == SecretStore::Answer::Found;
        if (!isThere && old.state != SecretStore::Answer::NotFound)
            return old;
        const SecretStore::Answer answer =
            answerTo([&](auto done) { m_store.write(entry, key.secret, done); });
        if (answer.state == SecretStore::Answer::Found)
            m_stored.append({entry, isThere ? std::optional(old.secret) : std::nullopt});
        return answer;
    }

    SecretStore &m_store;
    const Console &m_console;
    QList<Before> m_stored;
};

constexpr auto changedMeanwhile =
    "The configuration was changed by another program just now. Please try again."_L1;

bool isChanged(const Paths &paths, const ConfigFileState &state)
{
    return readConfigFile(paths).text != state.text;
}

//! Writes \a text in the place of what \a state holds, which is kept.
QString replaceText(const Paths &paths, const ConfigFileState &state, const QByteArray &text,
                    const Console &console)
{
    const ConfigLock lock(paths);
    if (!lock.problem().isEmpty())
        return lock.problem();
    if (isChanged(paths, state))
        return changedMeanwhile;
    if (const QString problem = ConfigVersions(paths.dataDir).keep(state.text); !problem.isEmpty())
        console.say(u"The version before could not be kept: "_s + problem);
    return writeConfigFile(paths, text);
}

} // namespace

int importConfig(const Options &options, SecretStore &store, const Console &console)
{
    const Paths paths = pathsFor(options);
    const ConfigFileState state = readConfigFile(paths);
    if (!state.reading.valid())
        return console.refuse(u"The present configuration is not valid: see gatehoused --check-config."_s,
                              BadInput);
    const Result<Imported> imported = readImportFile(options.argument);
    if (!imported)
        return console.refuse(imported.error().message, BadInput);
    const ImportPlan plan = planImport(state.reading.config, *imported,
                                       options.import.replace ? ImportMode::Replace : ImportMode::Merge);
    for (const QString &line : importLines(plan, state.environment, console.outTerminal))
        console.print(line);
    const bool isValid = std::all_of(plan.problems.cbegin(), plan.problems.cend(),
                                     [](const Problem &problem) { return problem.warning; });
    if (!isValid)
        return console.refuse(u"The result would not be valid: nothing was changed."_s, BadInput);
    if (plan.changes.isEmpty() || options.import.dryRun)
        return Ended;

    const Result<QByteArray> text = writeConfig(state.text, plan.result);
    if (!text)
        return console.refuse(text.error().message, BadInput);
    const bool isForeign = imported->format != ImportFormat::Gatehouse;
    if (isForeign && !console.terminal && !options.import.yes)
        return console.refuse(u"Nobody is here to agree to another gateway's file: add --yes if you do."_s,
                              BadInput);
    if (console.terminal && !options.import.yes && !isAgreed(console))
        return console.refuse(u"Nothing was changed."_s, Failed);
    if (isChanged(paths, state)) // a person may have thought for long
        return console.refuse(changedMeanwhile, Failed);
    KeyMove keys(store, console);
    const bool allStored = keys.store(imported->keys);
    if (const QString problem = replaceText(paths, state, *text, console); !problem.isEmpty()) {
        keys.putBack();
        return console.refuse(problem, Failed);
    }
    console.say(u"%1 is changed."_s.arg(paths.config));
    return allStored ? Ended : Failed;
}

} // namespace gatehouse
