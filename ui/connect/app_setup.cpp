// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/app_setup.h"

#include "connect/app_client.h"
#include "connect/app_files.h"
#include "gateway/credentials/client_key.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/program.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

AppSetup::AppSetup(const Context &context, const Surroundings &surroundings)
    : m_context(context)
    , m_connections(context.program.places().dataDir, surroundings)
{
}

QString AppSetup::url() const
{
    if (const QString live = m_context.status.baseUrl(); !live.isEmpty())
        return live;
    const Listener &listener = m_context.draft.config().listener;
    if (listener.port == 0)
        return {};
    GatewayStatus meant;
    meant.listening = true;
    meant.host = listener.host;
    meant.port = listener.port;
    LiveStatus status;
    status.setStatus(meant);
    return status.baseUrl();
}

bool AppSetup::needsKey() const
{
    return !m_context.draft.config().clients.isEmpty();
}

bool AppSetup::isLastClient(const QString &client) const
{
    const QList<Client> &clients = m_context.draft.config().clients;
    return clients.size() == 1 && clients.first().name == client;
}

QString AppSetup::backupFolder() const
{
    return m_context.program.places().dataDir + "/backups"_L1;
}

bool AppSetup::isStale(const AppConnection &connection) const
{
    const QString now = url();
    if (!now.isEmpty() && connection.url != now)
        return true;
    const ConnectableApp *app = connectableApp(connection.app);
    if (!needsKey() || !app || !keyVariableOf(*app).isEmpty())
        return false;
    const QList<Client> &clients = m_context.draft.config().clients;
    return std::none_of(clients.cbegin(), clients.cend(),
                        [&](const Client &client) { return client.name == connection.client; });
}

QList<AppConnection> AppSetup::stale() const
{
    QList<AppConnection> stale;
    if (!m_context.status.baseUrl().isEmpty())
        stale = m_connections.connections();
    stale.removeIf([&](const AppConnection &connection) {
        return !connectableApp(connection.app) || !isStale(connection);
    });
    return stale;
}

Result<QList<AppPlan>> AppSetup::plan(const ConnectableApp &app, Access access) const
{
    AppPlan plan{&app, std::move(access)};
    if (needsKey() && plan.access.key.isEmpty() && keyVariableOf(app).isEmpty()) {
        plan.access.key = QString::fromLatin1(newClientKey());
        plan.makesClient = true;
    }
    auto changes = m_connections.plan(app, plan.access);
    if (!changes)
        return changes.error();
    plan.changes = *std::move(changes);
    return QList<AppPlan>{plan};
}

Result<QList<AppPlan>> AppSetup::planStale() const
{
    QList<AppPlan> plans;
    const QList<AppConnection> all = stale();
    for (const AppConnection &connection : all) {
        const ConnectableApp &app = *connectableApp(connection.app);
        auto one = plan(app, {url(), connection.model});
        if (one)
            plans += *std::move(one);
        else
            plans.append({.app = &app, .problem = one.error().message});
    }
    return plans;
}

QString AppSetup::setUp(const QList<AppPlan> &plans)
{
    for (const AppPlan &plan : plans) {
        if (!plan.problem.isEmpty())
            continue; // it was said
        if (const QString problem = setUpOne(plan); !problem.isEmpty())
            return plans.size() == 1 ? problem : tr("%1: %2").arg(plan.app->name, problem);
    }
    return {};
}

QString AppSetup::setUpOne(const AppPlan &plan)
{
    const QList<Client> before = m_context.draft.config().clients;
    const std::optional<AppConnection> had = m_connections.connection(plan.app->id);
    QString client = clientWithKey(before, plan.access.key);
    if (plan.makesClient) {
        QList<Client> clients = before;
        client = giveClient(clients, plan.app->name, had ? had->client : QString(), plan.access.key);
        if (const QString problem = save(clients); !problem.isEmpty())
            return problem;
    }
    const QString problem = m_connections.setUp(*plan.app, plan.access, plan.changes, client);
    if (!problem.isEmpty() && plan.makesClient && !save(before).isEmpty())
        return tr("%1 The client \"%2\" is left.").arg(problem, client);
    return problem;
}

Result<QList<AppPlan>> AppSetup::planUndo(const ConnectableApp &app) const
{
    auto changes = m_connections.planUndo(app);
    if (!changes)
        return changes.error();
    return QList<AppPlan>{{&app, {}, false, *std::move(changes)}};
}

QString AppSetup::undo(const QList<AppPlan> &plans)
{
    for (const AppPlan &plan : plans) {
        const std::optional<AppConnection> connection = m_connections.connection(plan.app->id);
        if (const QString problem = m_connections.undo(*plan.app, plan.changes); !problem.isEmpty())
            return problem;
        QList<Client> clients = m_context.draft.config().clients;
        if (!connection || !takeClient(clients, plan.app->name, connection->client))
            continue;
        if (const QString problem = save(clients); !problem.isEmpty())
            return tr("Its settings are as they were. The client \"%1\" is left: %2")
                .arg(connection->client, problem);
    }
    return {};
}

Result<QString> AppSetup::makeKey(const ConnectableApp &app)
{
    const QString key = QString::fromLatin1(newClientKey());
    QList<Client> clients = m_context.draft.config().clients;
    giveClient(clients, app.name, {}, key);
    if (const QString problem = save(clients); !problem.isEmpty())
        return Error{500, "server_error", "not_saved", problem};
    return key;
}

QString AppSetup::save(const QList<Client> &clients)
{
    Config next = m_context.draft.config();
    next.clients = clients;
    const QList<Problem> problems = m_context.draft.save(next);
    return hasError(problems) ? errorText(problems) : QString();
}

} // namespace gatehouse
