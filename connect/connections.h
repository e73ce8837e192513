// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/access.h"
#include "connect/app.h"
#include "connect/file_change.h"
#include "connect/surroundings.h"
#include "gateway/base/result.h"

#include <QDateTime>

namespace gatehouse {

//! How an application stands on this machine.
struct AppPresence
{
    bool installed = false;
    QString program = {}; //!< what was found, empty if nothing
    QString file = {};    //!< its settings; empty for those without
    bool fileExists = false;
};

//! What was set up, as it is remembered.
struct AppConnection
{
    QString app;            //!< id
    QStringList files = {}; //!< that were written; most apps have one
    QString url;            //!< of the gateway, as it was written
    QString model = {};
    QString client = {};      //!< whose key was written; empty if none
    QDateTime time = {};      //!< UTC
    QStringList backups = {}; //!< of the files as they were before the first time
};

//! Sets applications up to ask the gateway, and back. What was done is remembered in `connected.json` in the
//! data folder, backups of the files beside it in `backups/`; both for this user alone, since an
//! application's file may hold its keys. A file that a key is written into becomes readable for its owner
//! alone, and stays so. Nothing is written before setUp() or undo() is called.
class Connections final
{
public:
    Connections(const QString &dataDir, Surroundings surroundings = ownSurroundings());

    AppPresence presence(const ConnectableApp &app) const;
    //! In the order in which they were set up.
    QList<AppConnection> connections() const;
    std::optional<AppConnection> connection(const QString &app) const;

    //! What setUp() would write, a change for each file; keeps everything else in them. Errors: a file that
    //! cannot be read or is not well-formed, with its place; an app without a file, or one that would stop
    //! reading another of its files. A file that was set up before is preferred to where a new one would go.
    Result<QList<FileChange>> plan(const ConnectableApp &app, const Access &access) const;
    //! Writes \a planned, if the files still are as they were then, after a backup of each that we have not
    //! written as it is; all or none. \a client is whose key they hold. Returns why not; empty if it is done.
    QString setUp(const ConnectableApp &app, const Access &access, const QList<FileChange> &planned,
                  const QString &client = {});

    //! What undo() would write: the backup, where nothing else has touched the file since; else the file as
    //! it is now with what we wrote taken back. FileChange::left names what stays, since someone changed it.
    Result<QList<FileChange>> planUndo(const ConnectableApp &app) const;
    //! Returns why not; empty if it is done. Backups go too, but those of a file in which something is left.
    QString undo(const ConnectableApp &app, const QList<FileChange> &planned);

private:
    QString recordFile() const;
    //! The copy of a file before it is changed.
    Result<QString> backUp(const ConnectableApp &app, const FileChange &change) const;

    QString m_dataDir;
    Surroundings m_surroundings;
};

} // namespace gatehouse
