// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/credentials/env_file.h"

#include <QObject>

#include <functional>
#include <optional>

namespace gatehouse {

//! The configuration as the window works with it: as the file has it, without what the command line puts
//! above. Pages read it, make an edited copy and save() that; who edits for longer, as a dialog does, keeps
//! what it began with and compares before it saves.
class Draft final : public QObject
{
    Q_OBJECT

public:
    //! Writes a checked configuration to the file; returns why that failed, empty if it did not.
    using Write = std::function<QString(const Config &)>;

    explicit Draft(Write write, QObject *parent = nullptr);

    const Config &config() const { return m_config; }
    //! What `${NAME}` stands for.
    const Environment &environment() const { return m_environment; }

    //! What stands in the file now, whoever wrote it.
    void load(const Config &config, const Environment &environment);

    //! Checks \a next by the same rules as a file and writes it. Returns what is wrong with it: when there is
    //! an error among it nothing was saved.
    QList<Problem> save(const Config &next);

    //! Whether the last save() can be taken back: nothing has changed since.
    bool canUndo() const { return m_before.has_value(); }
    QList<Problem> undo();

    //! The provider of that id, or null. Valid until the next change.
    const Provider *provider(const QString &id) const;

Q_SIGNALS:
    //! The configuration or the environment is another.
    void changed();

private:
    Write m_write;
    Config m_config;
    Environment m_environment;
    std::optional<Config> m_before; //!< the last save()
};

//! Whether \a problems keep a configuration from being used.
bool hasError(const QList<Problem> &problems);
//! The errors of \a problems, a line each, for a person.
QString errorText(const QList<Problem> &problems);

} // namespace gatehouse
