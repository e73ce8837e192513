// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/written_places.h"

#include "connect/app_files.h"
#include "connect/file_access.h"

#include <QFileInfo>

#include <algorithm>

namespace gatehouse {

const WrittenFile *writtenAt(const Connected *connected, const QString &path)
{
    if (!connected)
        return nullptr;
    const auto it = std::find_if(connected->files.cbegin(), connected->files.cend(),
                                 [&](const WrittenFile &file) { return file.path == path; });
    return it == connected->files.cend() ? nullptr : &*it;
}

QList<SettingsFile> wantedFiles(const ConnectableApp &app, const Access &access,
                                const Surroundings &surroundings, const Connected *earlier)
{
    QList<SettingsFile> wanted = filesOf(app, access, surroundings);
    const QList<SettingsFile> usual = wanted;
    for (SettingsFile &file : wanted) {
        if (!earlier || writtenAt(earlier, file.path))
            continue;
        for (const WrittenFile &old : earlier->files) {
            const bool isWanted = std::any_of(usual.cbegin(), usual.cend(), [&](const SettingsFile &each) {
                return each.path == old.path;
            });
            if (old.format == file.format && !isWanted && QFileInfo::exists(old.path))
                file.path = old.path;
        }
    }
    return wanted;
}

void carryOver(const Connected *earlier, Connected &connected)
{
    for (qsizetype i = 0; earlier && i < earlier->files.size(); ++i) {
        if (!writtenAt(&connected, earlier->files[i].path))
            connected.files.append(earlier->files[i]);
    }
}

void followRenamed(Connected &connected, const ConnectableApp &app, const Surroundings &surroundings)
{
    for (const SettingsFile &file : filesOf(app, {}, surroundings)) {
        const auto current = readSettingsFile(file.path);
        if (!current || !*current || writtenAt(&connected, file.path))
            continue;
        for (WrittenFile &old : connected.files) {
            // The same bytes, or it is another file.
            if (old.format == file.format && !QFileInfo::exists(old.path) &&
                digestOf(**current) == old.digest) {
                old.path = file.path;
                break;
            }
        }
    }
}

} // namespace gatehouse
