// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client_commands.h"

#include "app/config_file.h"
#include "app/config_lock.h"
#include "app/exit_code.h"
#include "gateway/config/config_edit.h"
#include "gateway/credentials/client_key.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

qsizetype countErrors(const ConfigReading &reading)
{
    return std::count_if(reading.problems.cbegin(), reading.problems.cend(),
                         [](const Problem &problem) { return !problem.warning; });
}

} // namespace

int addClient(const Options &options, const Console &console)
{
    const Paths paths = pathsFor(options);
    const ConfigLock lock(paths);
    if (!lock.problem().isEmpty())
        return console.refuse(lock.problem(), Failed);
    const ConfigFileState state = readConfigFile(paths);
    if (!state.exists && !state.reading.valid())
        return console.refuse(u"%1 does not exist."_s.arg(paths.config), BadInput);
    const QList<Client> &clients = state.reading.config.clients;
    const QString name = options.argument.trimmed();
    if (std::any_of(clients.cbegin(), clients.cend(),
                    [&](const Client &client) { return client.name == name; }))
        return console.refuse(u"There is a client '%1' already."_s.arg(name), BadInput);

    const QByteArray key = newClientKey();
    Client client;
    client.name = name;
    client.keyHash = clientKeyHash(key);
    const Result<QByteArray> text = withClient(state.text, client);
    if (!text)
        return console.refuse(text.error().message, BadInput);
    if (const ConfigReading after = readConfig(*text); countErrors(after) > countErrors(state.reading)) {
        for (const Problem &problem : after.problems)
            console.say(problemLine(problem));
        return console.refuse(u"The client was not added."_s, BadInput);
    }
    if (const QString problem = writeConfigFile(paths, *text); !problem.isEmpty())
        return console.refuse(problem, Failed);
    console.print(QString::fromLatin1(key));
    console.say(u"This is the key of the client '%1'. It is not shown again."_s.arg(name));
    if (clients.isEmpty())
        console.say(u"It is the first one: from now on every application needs a client key."_s);
    return Ended;
}

} // namespace gatehouse
