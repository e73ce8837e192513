// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_store.h"

#include "app/config_lock.h"
#include "app/literal_key_move.h"
#include "app/log_sink.h"
#include "gateway/config/config_write.h"
#include "gateway/config/literal_keys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct ConfigStoreWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ConfigStore)
};

} // namespace

ConfigStore::ConfigStore(const Paths &paths, ConfigWatch &files)
    : m_paths(paths)
    , m_files(files)
    , m_versions(paths.dataDir)
{
}

QString ConfigStore::save(const Config &config)
{
    const ConfigLock lock(m_paths);
    if (!lock.problem().isEmpty())
        return lock.problem();
    const ConfigFileState present = readConfigFile(m_paths);
    if (const QString problem = changedOutside(present); !problem.isEmpty())
        return problem;
    // What it was meant to say cannot be known, and must not be lost.
    if (!present.reading.valid())
        return ConfigStoreWords::tr(
            "The configuration file has errors. Correct them, move its keys into the keychain, or put an "
            "earlier version back first.");
    const Result<QByteArray> text = writeConfig(present.text, config);
    return text ? write(present.text, *text) : text.error().message;
}

//! A broken file is kept too.
Result<QByteArray> ConfigStore::validText(const ConfigVersion &version) const
{
    Result<QByteArray> text = m_versions.read(version.path);
    if (!text)
        return text;
    if (const ConfigReading reading = readConfig(*text); !reading.valid())
        return Error{0,
                     {},
                     {},
                     ConfigStoreWords::tr("That version has errors itself and cannot be put in force: %1")
                         .arg(reading.problems.first().path + u": "_s + reading.problems.first().message)};
    return text;
}

Result<Config> ConfigStore::configOf(const ConfigVersion &version) const
{
    const Result<QByteArray> text = validText(version);
    return text ? Result<Config>(readConfig(*text).config) : Result<Config>(text.error());
}

QString ConfigStore::restore(const ConfigVersion &version)
{
    const ConfigLock lock(m_paths);
    if (!lock.problem().isEmpty())
        return lock.problem();
    const ConfigFileState present = readConfigFile(m_paths);
    if (const QString problem = changedOutside(present); !problem.isEmpty())
        return problem;
    const Result<QByteArray> text = validText(version);
    return text ? write(present.text, *text) : text.error().message;
}

//! Empty where the file is as it was seen last; else it is read again, and a person has to look.
QString ConfigStore::changedOutside(const ConfigFileState &present)
{
    if (present.text == m_files.state().text)
        return {};
    m_files.reload();
    return ConfigStoreWords::tr(
        "The configuration file was changed by another program just now. Please look at it again, "
        "then save.");
}

QString ConfigStore::write(const QByteArray &before, const QByteArray &text)
{
    if (!before.isEmpty()) {
        if (const QString problem = m_versions.keep(before); !problem.isEmpty())
            qCWarning(lcApp).noquote() << "The version before could not be kept:" << problem;
    }
    const QString problem = writeConfigFile(m_paths, text);
    if (problem.isEmpty())
        m_files.reload();
    return problem;
}

int ConfigStore::literalKeys() const
{
    const ConfigFileState &state = m_files.state();
    return state.reading.valid() ? 0 : int(gatehouse::literalKeys(state.text).size());
}

void ConfigStore::moveLiteralKeys(SecretStore &store, std::function<void(QString)> done)
{
    const QByteArray text = m_files.state().text;
    moveKeys(store, text, [this, text, done = std::move(done)](const Result<QByteArray> &moved) {
        if (!moved)
            return done(moved.error().message);
        done(replace(text, *moved));
    });
}

//! Unless the file holds something else by now than \a before.
QString ConfigStore::replace(const QByteArray &before, const QByteArray &text)
{
    const ConfigLock lock(m_paths);
    if (!lock.problem().isEmpty())
        return lock.problem();
    if (readConfigFile(m_paths).text != before)
        return ConfigStoreWords::tr(
            "The configuration file was changed by another program just now. Please try again.");
    return write(before, text);
}

} // namespace gatehouse
