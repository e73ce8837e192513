// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/surroundings.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace gatehouse {

Surroundings ownSurroundings()
{
    Surroundings surroundings;
    surroundings.home = QDir::homePath();
    surroundings.path = qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    // A program that the desktop starts lacks what the shell adds.
    for (const QString &folder :
         {u"/.local/bin"_s, u"/.claude/local"_s, u"/.opencode/bin"_s, u"/.npm-global/bin"_s, u"/.bun/bin"_s})
        surroundings.path.append(surroundings.home + folder);
    surroundings.path += {u"/usr/local/bin"_s, u"/opt/homebrew/bin"_s};
    for (const QString &name : {u"CLAUDE_CONFIG_DIR"_s, u"CODEX_HOME"_s, u"GEMINI_CLI_HOME"_s,
                                u"XDG_CONFIG_HOME"_s, u"CONTINUE_GLOBAL_DIR"_s}) {
        const QString value = qEnvironmentVariable(name.toLatin1().constData());
        if (!value.isEmpty())
            surroundings.variables.insert(name, value);
    }
    return surroundings;
}

} // namespace gatehouse
