// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connections.h"
#include "gateway/config/client.h"
#include "ui/context.h"

#include <QCoreApplication>

namespace gatehouse {

//! What is to become of one application's files.
struct AppPlan
{
    const ConnectableApp *app = nullptr;
    Access access = {};
    bool makesClient = false; //!< its key is new: a client has to be made for it
    QList<FileChange> changes = {};
    QString problem = {}; //!< why it cannot be done, beside others that can
};

//! Sets applications up for the window, and back: their files through Connections, their keys through the
//! draft.
class AppSetup final
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::AppSetup)

public:
    explicit AppSetup(const Context &context, const Surroundings &surroundings = ownSurroundings());

    const Connections &connections() const { return m_connections; }

    //! Where the gateway listens, or would: `http://127.0.0.1:1337`. Empty where the port is any free one.
    QString url() const;
    //! Whether applications have to send a client key.
    bool needsKey() const;
    //! Whether \a client is the only one: without it every program may call without a key.
    bool isLastClient(const QString &client) const;
    //! Where files are kept as they were.
    QString backupFolder() const;
    //! Whether \a connection asks where the gateway does not listen, or with a key that is not taken.
    bool isStale(const AppConnection &connection) const;
    //! What was set up and isStale(); empty while nothing listens.
    QList<AppConnection> stale() const;

    //! What setting \a app up with \a access would write; makes a key where one is needed and none is given.
    Result<QList<AppPlan>> plan(const ConnectableApp &app, Access access) const;
    //! The same for all that is stale(), with the models that they have.
    Result<QList<AppPlan>> planStale() const;
    //! Writes what was planned. Returns why not; empty if all of it is done.
    QString setUp(const QList<AppPlan> &plans);

    Result<QList<AppPlan>> planUndo(const ConnectableApp &app) const;
    //! Puts it back, and takes the client away that was made for it. Returns why not; empty if it is done.
    QString undo(const QList<AppPlan> &plans);

    //! Makes a client for \a app; its key, which is kept nowhere else, comes back. Errors: why it was not
    //! saved.
    Result<QString> makeKey(const ConnectableApp &app);

private:
    QString setUpOne(const AppPlan &plan);
    QString save(const QList<Client> &clients);

    Context m_context;
    Connections m_connections;
};

} // namespace gatehouse
