// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/planning.h"

#include "connect/file_access.h"
#include "connect/meaning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

const WrittenSetting *settingAt(const WrittenFile *file, const QStringList &path)
{
    if (!file)
        return nullptr;
    const auto it = std::find_if(file->settings.cbegin(), file->settings.cend(),
                                 [&](const WrittenSetting &setting) { return setting.path == path; });
    return it == file->settings.cend() ? nullptr : &*it;
}

bool means(SettingsFormat format, const std::optional<QByteArray> &value, const QByteArray &digest)
{
    return value && meaningDigest(format, *value) == digest;
}

//! \a text without a setting of ours. One that is no longer ours stays, and is named in \a left.
Result<QByteArray> takenBack(SettingsFormat format, const QByteArray &text, const WrittenSetting &setting,
                             QStringList *left = nullptr)
{
    return settingIn(format, text, setting.path)
        .andThen([&](const FoundSetting &found) -> Result<QByteArray> {
            if (!found.value)
                return text;
            if (!means(format, found.value, setting.ours)) {
                const bool isBack =
                    setting.former && means(format, found.value, meaningDigest(format, *setting.former));
                if (left && !isBack)
                    left->prepend(setting.path.join(u'.'));
                return text;
            }
            if (setting.former)
                return withSetting(format, text, {setting.path, *setting.former, false, true});
            return withoutSetting(format, text, setting.path, setting.reached);
        });
}

//! The part of the path of \a setting that bears our name, if we made it and \a text still has it.
QString ownPartIn(SettingsFormat format, const QByteArray &text, const WrittenSetting &setting)
{
    for (qsizetype i = 0; i + 1 < setting.path.size(); ++i) {
        if (setting.path[i].compare("gatehouse"_L1, Qt::CaseInsensitive) != 0 || setting.reached > i)
            continue;
        const auto found = settingIn(format, text, setting.path);
        return found && found->reached > i ? setting.path.mid(0, i + 1).join(u'.') : QString();
    }
    return {};
}

//! How many names of \a path were there before us, of the \a reached that are there now.
qsizetype reachedBeforeUs(const QStringList &path, qsizetype reached, const WrittenFile *earlier)
{
    for (qsizetype i = 0; earlier && i < earlier->settings.size(); ++i) {
        const WrittenSetting &old = earlier->settings[i];
        qsizetype common = 0;
        while (common < std::min({path.size(), old.path.size(), reached}) && path[common] == old.path[common])
            ++common;
        if (!old.former && common > old.reached)
            reached = old.reached;
    }
    return reached;
}

//! Takes back what an earlier set-up wrote and this one does not.
Result<QByteArray> withoutLeftovers(const SettingsFile &wanted, QByteArray text, const WrittenFile *earlier)
{
    for (qsizetype i = earlier ? earlier->settings.size() : 0; i-- > 0;) {
        const WrittenSetting &old = earlier->settings[i];
        const bool stays = std::any_of(wanted.settings.cbegin(), wanted.settings.cend(),
                                       [&](const Setting &setting) { return setting.path == old.path; });
        if (stays)
            continue;
        Result<QByteArray> next = takenBack(wanted.format, text, old);
        if (!next)
            return next;
        text = *std::move(next);
    }
    return text;
}

Result<QByteArray> withAll(const SettingsFile &wanted, QByteArray text)
{
    for (const Setting &setting : wanted.settings) {
        const auto found = settingIn(wanted.format, text, setting.path);
        if (!found)
            return found.error();
        if (setting.onlyIfMissing && found->value)
            continue;
        Result<QByteArray> next = withSetting(wanted.format, text, setting);
        if (!next)
            return next;
        text = *std::move(next);
    }
    return text;
}

//! An error of \a path's text, with the path.
Error named(Error error, const QString &path)
{
    error.message = path + ": "_L1 + error.message;
    return error;
}

} // namespace

Result<FileChange> planFile(const SettingsFile &wanted, const WrittenFile *earlier)
{
    const auto current = readSettingsFile(wanted.path);
    if (!current)
        return current.error();
    const Result<QByteArray> after =
        withoutLeftovers(wanted, current->value_or(QByteArray()), earlier)
            .andThen([&](const QByteArray &text) { return withAll(wanted, text); });
    if (!after)
        return named(after.error(), wanted.path);
    return FileChange{wanted.path, *current, *after};
}

Result<WrittenFile> recordOf(const SettingsFile &wanted, const FileChange &change, const WrittenFile *earlier)
{
    const QByteArray before = change.before.value_or(QByteArray());
    const QByteArray after = change.after.value_or(QByteArray());
    WrittenFile written;
    if (earlier) {
        written = *earlier;
        written.isEdited = earlier->isEdited || digestOf(before) != earlier->digest;
        written.settings.clear();
    }
    if (!earlier || !change.before) { // or someone has thrown it away since
        written.existed = change.before.has_value();
        written.isEdited = false;
        written.backup.clear();
    }
    written.path = wanted.path;
    written.format = wanted.format;
    written.digest = digestOf(after);
    const Result<QByteArray> without = withoutLeftovers(wanted, before, earlier);
    if (!without)
        return without.error();
    for (const Setting &setting : wanted.settings) {
        const auto was = settingIn(wanted.format, *without, setting.path);
        const auto is = settingIn(wanted.format, after, setting.path);
        if (!was)
            return was.error();
        if (!is)
            return is.error();
        const WrittenSetting *first = settingAt(earlier, setting.path);
        if (setting.onlyIfMissing && was->value) {
            if (first)
                written.settings.append(*first);
            continue;
        }
        WrittenSetting record{setting.path, meaningDigest(wanted.format, is->value.value_or(QByteArray())),
                              was->value, reachedBeforeUs(setting.path, was->reached, earlier)};
        if (first && means(wanted.format, was->value, first->ours)) {
            record.former = first->former;
            record.reached = first->reached;
        }
        written.settings.append(record);
    }
    return written;
}

Result<FileChange> planFileBack(const WrittenFile &written)
{
    const auto current = readSettingsFile(written.path);
    if (!current)
        return current.error();
    FileChange change{written.path, *current, *current};
    if (!*current) { // gone already; what stood there before us is not ours to throw away
        const auto backup = readSettingsFile(written.backup);
        if (written.existed && backup)
            change.after = *backup;
        return change;
    }
    if (!written.isEdited && digestOf(**current) == written.digest) {
        if (!written.existed) {
            change.after.reset();
            return change;
        }
        const auto backup = readSettingsFile(written.backup);
        if (backup && *backup) {
            change.after = *backup;
            return change;
        }
    }
    QByteArray text = **current;
    for (qsizetype i = written.settings.size(); i-- > 0;) {
        Result<QByteArray> next = takenBack(written.format, text, written.settings[i], &change.left);
        if (!next)
            return named(next.error(), written.path);
        text = *std::move(next);
    }
    for (const WrittenSetting &setting : written.settings) {
        const QString part = ownPartIn(written.format, text, setting);
        const bool isNamed = std::any_of(change.left.cbegin(), change.left.cend(), [&](const QString &name) {
            return name == part || name.startsWith(part + u'.');
        });
        if (!part.isEmpty() && !isNamed)
            change.left.append(part);
    }
    change.after = text;
    if (!written.existed && saysNothing(written.format, text))
        change.after.reset();
    return change;
}

} // namespace gatehouse
