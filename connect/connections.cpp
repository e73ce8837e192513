// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connections.h"

#include "connect/app_files.h"
#include "connect/carrying_out.h"
#include "connect/connected.h"
#include "connect/file_access.h"
#include "connect/formats.h"
#include "connect/planning.h"
#include "connect/presence.h"
#include "connect/written_places.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

auto recordFor(QList<Connected> &all, const QString &app)
{
    return std::find_if(all.begin(), all.end(), [&](const Connected &each) { return each.app == app; });
}

//! The record of \a app, with the files where they are now; null if there is none.
Connected *followed(QList<Connected> &all, const ConnectableApp &app, const Surroundings &surroundings)
{
    const auto it = recordFor(all, app.id);
    if (it == all.end())
        return nullptr;
    followRenamed(*it, app, surroundings);
    return &*it;
}

AppConnection connectionOf(const Connected &connected)
{
    AppConnection connection{connected.app, {}, connected.url, connected.model, connected.client,
                             connected.time};
    for (const WrittenFile &file : connected.files) {
        connection.files.append(file.path);
        if (!file.backup.isEmpty())
            connection.backups.append(file.backup);
    }
    return connection;
}

void removeBackups(const WrittenFile &file)
{
    const QStringList backups = file.laterBackups + QStringList(file.backup);
    for (const QString &backup : backups) {
        if (!backup.isEmpty())
            QFile::remove(backup);
    }
}

bool hasControls(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

Connections::Connections(const QString &dataDir, Surroundings surroundings)
    : m_dataDir(dataDir)
    , m_surroundings(std::move(surroundings))
{
}

QString Connections::recordFile() const
{
    return m_dataDir + "/connected.json"_L1;
}

AppPresence Connections::presence(const ConnectableApp &app) const
{
    AppPresence presence;
    presence.program = foundProgram(app, m_surroundings);
    const QList<SettingsFile> files = filesOf(app, {}, m_surroundings);
    if (!files.isEmpty()) {
        presence.file = files.first().path;
        presence.fileExists = QFileInfo::exists(presence.file);
    }
    const QString folder = QFileInfo(presence.file).absolutePath();
    const bool hasFolder = !files.isEmpty() && folder != QDir::cleanPath(m_surroundings.home);
    presence.installed =
        !presence.program.isEmpty() || presence.fileExists || (hasFolder && QFileInfo(folder).isDir());
    return presence;
}

QList<AppConnection> Connections::connections() const
{
    QList<AppConnection> all;
    const auto read = readConnected(recordFile());
    for (const Connected &connected : read ? *read : QList<Connected>())
        all.append(connectionOf(connected));
    return all;
}

std::optional<AppConnection> Connections::connection(const QString &app) const
{
    const auto read = readConnected(recordFile());
    QList<Connected> all = read ? *read : QList<Connected>();
    const auto it = recordFor(all, app);
    return it == all.end() ? std::optional<AppConnection>() : connectionOf(*it);
}

Result<QList<FileChange>> Connections::plan(const ConnectableApp &app, const Access &access) const
{
    if (filesOf(app, access, m_surroundings).isEmpty())
        return settingsRefused(QCoreApplication::translate("gatehouse::Connections",
                                                           "%1 has no file that can be set up from here")
                                   .arg(app.name));
    if (const QString why = hindranceOf(app, m_surroundings); !why.isEmpty())
        return settingsRefused(why);
    if (hasControls(access.model) || hasControls(access.key) || hasControls(access.url))
        return settingsRefused(QCoreApplication::translate("gatehouse::Connections",
                                                           "the model's name holds control characters"));
    auto all = readConnected(recordFile());
    if (!all)
        return all.error();
    const Connected *earlier = followed(*all, app, m_surroundings);
    QList<FileChange> changes;
    for (const SettingsFile &file : wantedFiles(app, access, m_surroundings, earlier)) {
        for (const Setting &setting : file.settings) {
            if (setting.value.isEmpty())
                return settingsRefused(
                    QCoreApplication::translate("gatehouse::Connections", "%1 cannot hold this model's name")
                        .arg(file.path));
        }
        const Result<FileChange> change = planFile(file, writtenAt(earlier, file.path));
        if (!change)
            return change.error();
        changes.append(*change);
    }
    return changes;
}

QString Connections::setUp(const ConnectableApp &app, const Access &access, const QList<FileChange> &planned,
                           const QString &client)
{
    if (const QString why = whyNot(planned); !why.isEmpty())
        return why;
    const auto read = readConnected(recordFile());
    if (!read)
        return read.error().message;
    QList<Connected> all = *read;
    Connected *earlier = followed(all, app, m_surroundings);
    Connected connected{app.id, access.url, access.model, client, QDateTime::currentDateTimeUtc()};
    const QList<SettingsFile> wanted = wantedFiles(app, access, m_surroundings, earlier);
    for (const FileChange &change : planned) {
        const auto file = std::find_if(wanted.cbegin(), wanted.cend(),
                                       [&](const SettingsFile &each) { return each.path == change.path; });
        if (file == wanted.cend())
            return QCoreApplication::translate("gatehouse::Connections", "%1 is no file of %2")
                .arg(change.path, app.name);
        const WrittenFile *before = writtenAt(earlier, change.path);
        Result<WrittenFile> written = recordOf(*file, change, before);
        if (!written)
            return written.error().message;
        if (change.before && (!before || digestOf(*change.before) != before->digest)) {
            const Result<QString> backup = backUp(app, change);
            if (!backup)
                return backup.error().message;
            if (before) // a clean undo returns to the first one
                written->laterBackups.append(*backup);
            else
                written->backup = *backup;
        }
        const std::optional<QStringList> made = makeFolderOf(change.path);
        if (!made)
            return QCoreApplication::translate("gatehouse::Connections", "The folder of %1 cannot be made")
                .arg(change.path);
        written->madeFolders += *made;
        connected.files.append(*written);
    }
    carryOver(earlier, connected);
    if (earlier)
        *earlier = connected;
    else
        all.append(connected);
    // Remembered first: what is written and not remembered could not be taken back.
    QString why = writeConnected(recordFile(), all);
    if (why.isEmpty())
        why = carryOut(planned, access.key.toUtf8());
    if (!why.isEmpty())
        (void)writeConnected(recordFile(), *read);
    return why;
}

Result<QString> Connections::backUp(const ConnectableApp &app, const FileChange &change) const
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss-zzz"_s);
    const QString backup =
        m_dataDir + "/backups/"_L1 + app.id + u'-' + stamp + u'-' + QFileInfo(change.path).fileName();
    if (!makeFolderOf(backup))
        return settingsRefused(
            QCoreApplication::translate("gatehouse::Connections", "The folder of %1 cannot be made")
                .arg(backup));
    if (const QString why = writeSettingsFile(backup, change.before.value_or(QByteArray())); !why.isEmpty())
        return settingsRefused(why);
    return backup;
}

Result<QList<FileChange>> Connections::planUndo(const ConnectableApp &app) const
{
    auto all = readConnected(recordFile());
    if (!all)
        return all.error();
    const Connected *connected = followed(*all, app, m_surroundings);
    if (!connected)
        return settingsRefused(
            QCoreApplication::translate("gatehouse::Connections", "%1 was not set up from here")
                .arg(app.name));
    QList<FileChange> changes;
    for (const WrittenFile &file : connected->files) {
        const Result<FileChange> change = planFileBack(file);
        if (!change)
            return change.error();
        changes.append(*change);
    }
    return changes;
}

QString Connections::undo(const ConnectableApp &app, const QList<FileChange> &planned)
{
    const auto read = readConnected(recordFile());
    if (!read)
        return read.error().message;
    QList<Connected> all = *read;
    const Connected *connected = followed(all, app, m_surroundings);
    if (!connected)
        return QCoreApplication::translate("gatehouse::Connections", "%1 was not set up from here")
            .arg(app.name);
    if (const QString why = whyNot(planned); !why.isEmpty())
        return why;
    if (const QString why = carryOut(planned); !why.isEmpty())
        return why;
    const Connected undone = *connected;
    all.removeIf([&](const Connected &each) { return each.app == app.id; });
    const QString why = writeConnected(recordFile(), all);
    for (const WrittenFile &file : undone.files) {
        removeFolders(file.madeFolders);
        const bool leavesSome = std::any_of(planned.cbegin(), planned.cend(), [&](const FileChange &change) {
            return change.path == file.path && !change.left.isEmpty();
        });
        const bool isLost = file.existed && QFileInfo(file.path).size() == 0; // none, or emptied meanwhile
        if (why.isEmpty() && !leavesSome && !isLost)
            removeBackups(file);
    }
    return why;
}

} // namespace gatehouse
