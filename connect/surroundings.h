// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace gatehouse {

//! Where applications and their files are looked for.
struct Surroundings
{
    QString home;
    QStringList path; //!< folders of programs, as in `PATH`
    QHash<QString, QString> variables =
        {}; //!< that move an application's files, such as `CODEX_HOME`, `XDG_CONFIG_HOME`
};

//! Those of the person who runs this program.
Surroundings ownSurroundings();

} // namespace gatehouse
