// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/surroundings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace gatehouse {

//! The home of a person who has Claude Code and opencode.
class HomeWithApps final
{
public:
    HomeWithApps()
    {
        write(QStringLiteral("bin/claude"), "#!/bin/sh\n");
        write(QStringLiteral("bin/opencode"), "#!/bin/sh\n");
        write(QStringLiteral("home/.claude/settings.json"),
              "{\n  // mine\n  \"model\": \"opus\",\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": "
              "\"https://proxy.example\"\n  }\n}\n");
    }

    QString dataDir() const { return m_folder.filePath(QStringLiteral("data")); }
    Surroundings surroundings() const
    {
        return {m_folder.filePath(QStringLiteral("home")), {m_folder.filePath(QStringLiteral("bin"))}};
    }

private:
    void write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QTemporaryDir m_folder;
};

} // namespace gatehouse
