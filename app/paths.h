// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

namespace gatehouse {

//! Where everything lies that the program keeps, as absolute paths.
struct Paths
{
    QString config;      //!< `config.json`
    QString environment; //!< the `.env` beside it
    QString dataDir;
    QString log;
    QString usage;                  //!< `usage.sqlite`
    QString capabilities;           //!< `capabilities.json`
    bool configMayBeMissing = true; //!< it was not asked for by name

    bool operator==(const Paths &) const = default;
};

//! The places that \a options name, else the platform's per-user ones (contract, sections 1 and 2).
//! Nothing is created.
Paths pathsFor(const Options &options);

//! Why what \a options ask for cannot be done without a home folder, and what to say; empty if there is one,
//! or none is needed.
QString homelessProblem(const Options &options);

//! Makes the folder \a path, and what is missing above it, for its owner only; one that exists is left
//! as it is. False when that fails.
bool makePrivateFolder(const QString &path);

} // namespace gatehouse
