// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/presence.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

struct Traces
{
    QStringList programs;
    QString extension = {}; //!< beginning of its folder among those of VS Code
};

Traces tracesOf(const QString &app)
{
    static const QHash<QString, Traces> known = {
        {u"claude-code"_s, {{u"claude"_s}}},
        {u"codex"_s, {{u"codex"_s}}},
        {u"gemini-cli"_s, {{u"gemini"_s}}},
        {u"opencode"_s, {{u"opencode"_s}}},
        {u"aider"_s, {{u"aider"_s}}},
        {u"continue"_s, {{u"cn"_s}, u"continue.continue-"_s}},
        {u"zed"_s, {{u"zed"_s, u"zeditor"_s}}},
        {u"cline"_s, {{u"cline"_s}, u"saoudrizwan.claude-dev-"_s}},
        {u"open-webui"_s, {{u"open-webui"_s}}},
        {u"cursor"_s, {{u"cursor"_s}}},
        {u"curl"_s, {{u"curl"_s}}},
    };
    return known.value(app);
}

} // namespace

QString foundProgram(const ConnectableApp &app, const Surroundings &surroundings)
{
    const Traces traces = tracesOf(app.id);
    for (const QString &program : surroundings.path.isEmpty() ? QStringList() : traces.programs) {
        const QString found = QStandardPaths::findExecutable(program, surroundings.path);
        if (!found.isEmpty())
            return found;
    }
    if (traces.extension.isEmpty())
        return {};
    for (const QString &editor : {u"/.vscode"_s, u"/.vscode-oss"_s, u"/.vscode-server"_s}) {
        const QDir extensions(surroundings.home + editor + "/extensions"_L1);
        const QStringList found =
            extensions.entryList({traces.extension + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
        if (!found.isEmpty())
            return extensions.filePath(found.first());
    }
    return {};
}

} // namespace gatehouse
