// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_versions.h"
#include "app/config_watch.h"

#include <functional>

namespace gatehouse {

class SecretStore;

//! Saves what the window has changed: with the least change to the file's text, in one step, the text before
//! kept among the earlier versions.
class ConfigStore final
{
public:
    ConfigStore(const Paths &paths, ConfigWatch &files);

    //! Returns why it was not saved; empty if it was. The file's watcher has told of it by then. A file that
    //! has errors, or was changed by somebody else, is left alone.
    QString save(const Config &config);
    QList<ConfigVersion> versions() const { return m_versions.list(); }
    //! What an earlier version says, if that is valid.
    Result<Config> configOf(const ConfigVersion &version) const;
    //! Puts an earlier version in the file's place, if that is valid.
    QString restore(const ConfigVersion &version);

    //! How many keys stand in the file as they are.
    int literalKeys() const;
    //! Moves them into \a store, one after the other, then points the file at them.
    void moveLiteralKeys(SecretStore &store, std::function<void(QString problem)> done);

private:
    Result<QByteArray> validText(const ConfigVersion &version) const;
    QString changedOutside(const ConfigFileState &present);
    QString replace(const QByteArray &before, const QByteArray &text);
    QString write(const QByteArray &before, const QByteArray &text);

    const Paths m_paths;
    ConfigWatch &m_files;
    ConfigVersions m_versions;
};

} // namespace gatehouse
