// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connect_command.h"

#include "app/config_file.h"
#include "app/config_lock.h"
#include "app/effective_config.h"
#include "app/exit_code.h"
#include "app/fault.h"
#include "app/ready_line.h"
#include "connect/app_client.h"
#include "connect/app_files.h"
#include "connect/connections.h"
#include "connect/snippets.h"
#include "gateway/config/config_write.h"
#include "gateway/credentials/client_key.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! All that the command works with.
struct Bench
{
    const Options &options;
    const Console &console;
    Paths paths;
    ConfigFileState state;
    QString url;
    Connections connections;
};

Result<QString> urlOf(const Config &config)
{
    const Listener &listener = config.listener;
    if (listener.port == 0)
        return fault(
            u"The gateway takes any free port: say which one with --port, or in the configuration."_s);
    return QString::fromUtf8(listeningUrl(listener.host, listener.port));
}

int printTable(const Bench &bench)
{
    bench.console.print(
        u"%1 %2 %3 connected"_s.arg(u"app"_s, -17).arg(u"name"_s, -26).arg(u"installed"_s, -10));
    for (const ConnectableApp &app : connectableApps()) {
        const AppPresence presence = bench.connections.presence(app);
        const std::optional<AppConnection> connection = bench.connections.connection(app.id);
        const QString installed = presence.installed                       ? u"yes"_s
                                  : app.kind == ConnectableApp::Kind::File ? u"no"_s
                                                                           : u"-"_s;
        const QString connected =
            connection
                ? connection->url + (connection->url == bench.url ? QString() : u" (now %1)"_s.arg(bench.url))
                : u"-"_s;
        bench.console.print(
            u"%1 %2 %3 %4"_s.arg(app.id, -17).arg(app.name, -26).arg(installed, -10).arg(connected));
    }
    return Ended;
}

//! Shows what is to become of the files; \a key is not for the screen.
void show(const Console &console, const QList<FileChange> &changes, const QString &key)
{
    const QHash<DifferenceLine::Kind, QString> signs = {{DifferenceLine::Same, u"  "_s},
                                                        {DifferenceLine::Removed, u"- "_s},
                                                        {DifferenceLine::Added, u"+ "_s},
                                                        {DifferenceLine::Gap, u"  …"_s}};
    for (const FileChange &change : changes) {
        if (change.changesNothing())
            continue;
        console.print(change.path + (change.after ? change.before ? u":"_s : u" (new):"_s : u" (goes):"_s));
        for (const DifferenceLine &line : differenceOf(change)) {
            console.print(signs.value(line.kind) + withoutKeys(line.text, key));
        }
    }
}

bool agreed(const Bench &bench)
{
    if (!bench.console.terminal || bench.options.connect.yes)
        return true;
    bench.console.err.write("Write this? [y/N] ");
    const QByteArray answer = bench.console.in.readLine(64).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

bool changesNothing(const QList<FileChange> &changes)
{
    return std::all_of(changes.cbegin(), changes.cend(),
                       [](const FileChange &change) { return change.changesNothing(); });
}

//! Lets \a change do its work on the clients as they are now: the file may have changed while a person was
//! asked. Returns why that was not written; empty if it was, or nothing changed.
template<typename Change>
QString changeClients(const Bench &bench, Change &&change)
{
    const ConfigLock lock(bench.paths);
    if (!lock.problem().isEmpty())
        return lock.problem();
    const ConfigFileState now = readConfigFile(bench.paths);
    if (!now.reading.valid())
        return u"The configuration is not valid any more."_s;
    Config config = now.reading.config;
    if (!change(config.clients))
        return {};
    const Result<QByteArray> text = writeConfig(now.text, config);
    return text ? writeConfigFile(bench.paths, *text) : text.error().message;
}

int setUp(Bench &bench, const ConnectableApp &app, Access access)
{
    const QString variable = keyVariableOf(app);
    const bool needsKey = !bench.state.reading.config.clients.isEmpty();
    const bool makesKey = needsKey && variable.isEmpty();
    if (makesKey)
        access.key = QString::fromLatin1(newClientKey());
    const Result<QList<FileChange>> planned = bench.connections.plan(app, access);
    if (!planned)
        return bench.console.refuse(planned.error().message, BadInput);
    show(bench.console, *planned, access.key);
    if (bench.options.connect.dryRun)
        return Ended;
    if (!agreed(bench))
        return bench.console.refuse(u"Nothing was written."_s, Failed);
    QString client;
    if (makesKey) {
        const std::optional<AppConnection> had = bench.connections.connection(app.id);
        const QString why = changeClients(bench, [&](QList<Client> &clients) {
            client = giveClient(clients, app.name, had ? had->client : QString(), access.key);
            return true;
        });
        if (!why.isEmpty())
            return bench.console.refuse(why, Failed);
    }
    if (const QString why = bench.connections.setUp(app, access, *planned, client); !why.isEmpty()) {
        const QString left = changeClients(
            bench, [&](QList<Client> &clients) { return takeClient(clients, app.name, client); });
        if (!left.isEmpty())
            bench.console.say(u"The client '%1' is left in the configuration."_s.arg(client));
        return bench.console.refuse(why, Failed);
    }
    if (needsKey && !makesKey)
        bench.console.say(
            u"%1 takes its key from the environment: put one into %2. gatehoused client add '%1' makes one."_s
                .arg(app.name, variable));
    bench.console.say(
        u"%1 asks %2 now. gatehoused connect %3 --undo puts it back."_s.arg(app.name, access.url, app.id));
    return Ended;
}

int undo(Bench &bench, const ConnectableApp &app)
{
    const std::optional<AppConnection> connection = bench.connections.connection(app.id);
    const Result<QList<FileChange>> planned = bench.connections.planUndo(app);
    if (!planned || !connection)
        return bench.console.refuse(planned ? QString() : planned.error().message, BadInput);
    show(bench.console, *planned, {});
    QStringList left;
    for (const FileChange &change : *planned)
        left += change.left;
    if (!left.isEmpty())
        bench.console.say(u"Left as it is, because it was changed since: %1"_s.arg(left.join(u", "_s)));
    else if (changesNothing(*planned))
        bench.console.say(u"Nothing of it is left in the files."_s);
    if (bench.options.connect.dryRun)
        return Ended;
    if (!agreed(bench))
        return bench.console.refuse(u"Nothing was written."_s, Failed);
    if (const QString why = bench.connections.undo(app, *planned); !why.isEmpty())
        return bench.console.refuse(why, Failed);
    const QString why = changeClients(
        bench, [&](QList<Client> &clients) { return takeClient(clients, app.name, connection->client); });
    if (!why.isEmpty())
        return bench.console.refuse(u"The client '%1' is left: %2"_s.arg(connection->client, why), Failed);
    bench.console.say(left.isEmpty() ? u"%1 is as it was before."_s.arg(app.name)
                                     : u"%1 is set back but for what was left."_s.arg(app.name));
    return Ended;
}

int printSettings(const Bench &bench, const ConnectableApp &app, Access access)
{
    if (!bench.state.reading.config.clients.isEmpty()) {
        access.key = u"YOUR-CLIENT-KEY"_s;
        bench.console.say(u"Put a client key in place of %1: gatehoused client add '%2' makes one."_s.arg(
            access.key, app.name));
    }
    for (const Snippet &snippet : snippetsFor(app, access)) {
        bench.console.print(u"# "_s + snippet.place);
        bench.console.print(snippet.text);
    }
    return Ended;
}

} // namespace

int connectApp(const Options &options, const Console &console)
{
    const Paths paths = pathsFor(options);
    const ConfigFileState state = readConfigFile(paths);
    if (!state.reading.valid())
        return console.refuse(u"The configuration is not valid: see gatehoused --check-config."_s, BadInput);
    const Config effective = effectiveConfig(state.reading, overridesOf(options)).config;
    const Result<QString> url = urlOf(effective);
    if (!url)
        return console.refuse(url.error().message, BadInput);
    Bench bench{options, console, paths, state, *url, Connections(paths.dataDir)};
    if (options.argument.isEmpty())
        return printTable(bench);
    const ConnectableApp *app = connectableApp(options.argument);
    if (!app)
        return console.refuse(
            u"There is no application '%1' here: gatehoused connect lists them."_s.arg(options.argument),
            BadInput);
    if (app->kind == ConnectableApp::Kind::Unreachable)
        return console.refuse(app->why, Failed);
    if (options.connect.undo)
        return undo(bench, *app);
    Access access{*url, options.connect.model};
    if (access.model.isEmpty() && (insistsOnModel(*app) || app->kind == ConnectableApp::Kind::ByHand))
        access.model = firstModel(effective);
    return app->kind == ConnectableApp::Kind::File ? setUp(bench, *app, access)
                                                   : printSettings(bench, *app, access);
}

} // namespace gatehouse
