// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connections.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace gatehouse {

//! A home of its own, and what is done there.
class ConnectHome final
{
public:
    ConnectHome()
        : connections(folder.filePath(QStringLiteral("data")), {folder.filePath(QStringLiteral("home")), {}})
    {
        QDir(folder.path()).mkdir(QStringLiteral("home"));
    }

    QString path(const QString &name) const { return folder.filePath(QStringLiteral("home/") + name); }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
    }
    bool write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    QString setUp(const QString &app, const Access &access)
    {
        const auto planned = connections.plan(*connectableApp(app), access);
        return planned ? connections.setUp(*connectableApp(app), access, *planned) : planned.error().message;
    }
    QString undo(const QString &app)
    {
        const auto planned = connections.planUndo(*connectableApp(app));
        return planned ? connections.undo(*connectableApp(app), *planned) : planned.error().message;
    }

    QTemporaryDir folder;
    Connections connections;
};

} // namespace gatehouse
