// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/deeds.h"

#include "connect/app_client.h"
#include "connect/app_files.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct DeedsWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Deeds)
};

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u'\n');
}

//! Where the application's key comes from.
QString keyNote(const AppSetup &setup, const ConnectableApp &app, const std::optional<AppConnection> &had,
                const Access &access)
{
    if (!setup.needsKey())
        return {};
    if (const QString variable = keyVariableOf(app); !variable.isEmpty())
        return DeedsWords::tr("%1 takes its key from the environment variable %2; this file cannot hold it.")
            .arg(app.name, variable);
    if (!access.key.isEmpty())
        return {};
    if (had && isClientOf(app.name, had->client))
        return DeedsWords::tr(
                   "Its client \"%1\" gets a new key, which is written into the file. The old one is "
                   "refused from then on.")
            .arg(had->client);
    return DeedsWords::tr("A client of its own is made for it, and its key written into the file.");
}

//! A file is kept once, as it was before anything was written to it.
QString backupNote(const AppSetup &setup, const ConnectableApp &app, const std::optional<AppConnection> &had)
{
    if (had && !had->backups.isEmpty())
        return DeedsWords::tr("How it was before the first set-up is kept: %1").arg(had->backups.join(u'\n'));
    if (had || !setup.connections().presence(app).fileExists)
        return {};
    return DeedsWords::tr("What stands there now is kept in %1").arg(setup.backupFolder());
}

} // namespace

ChangeDialog::Deed setUpDeed(AppSetup &setup, const ConnectableApp &app, const Access &access)
{
    const std::optional<AppConnection> had = setup.connections().connection(app.id);
    return {DeedsWords::tr("Set up %1").arg(app.name),
            joined({keyNote(setup, app, had, access), backupNote(setup, app, had)}), DeedsWords::tr("&Write"),
            [&setup, &app, access] { return setup.plan(app, access); },
            [&setup](const QList<AppPlan> &plans) { return setup.setUp(plans); }};
}

ChangeDialog::Deed undoDeed(AppSetup &setup, const ConnectableApp &app)
{
    const std::optional<AppConnection> had = setup.connections().connection(app.id);
    QStringList notes;
    if (had && isClientOf(app.name, had->client))
        notes.append(DeedsWords::tr("The client \"%1\" that was made for it goes too.").arg(had->client));
    if (!notes.isEmpty() && setup.isLastClient(had->client))
        notes.append(
            DeedsWords::tr("It is the last client: from then on every program on this machine may call "
                           "without a key."));
    return {DeedsWords::tr("Undo the set-up of %1").arg(app.name), joined(notes), DeedsWords::tr("&Put back"),
            [&setup, &app] { return setup.planUndo(app); },
            [&setup](const QList<AppPlan> &plans) { return setup.undo(plans); }};
}

ChangeDialog::Deed updateDeed(AppSetup &setup)
{
    const QString keys = setup.needsKey()
                             ? DeedsWords::tr("Each gets a new client key, which is written into its file.")
                             : QString();
    return {DeedsWords::tr("Update what was set up"),
            joined({keys, DeedsWords::tr("How the files were before the first set-up stays kept in %1")
                              .arg(setup.backupFolder())}),
            DeedsWords::tr("&Write"), [&setup] { return setup.planStale(); },
            [&setup](const QList<AppPlan> &plans) { return setup.setUp(plans); }};
}

} // namespace gatehouse
