// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/formats.h"

#include "connect/quoted.h"
#include "connect/toml_scan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

using Entries = QList<TomlEntry>;

bool beginsWith(const QStringList &path, const QStringList &first)
{
    return path.mid(0, first.size()) == first;
}

const TomlEntry *valueAt(const Entries &entries, const QStringList &path)
{
    const auto it = std::find_if(entries.cbegin(), entries.cend(), [&](const TomlEntry &entry) {
        return entry.kind == TomlEntry::Value && entry.path == path;
    });
    return it == entries.cend() ? nullptr : &*it;
}

//! Where the keys of table \a name end: behind its last one, or its head. Null where it has no head.
const TomlEntry *lastOf(const Entries &entries, const QStringList &name)
{
    const TomlEntry *last = nullptr;
    for (const TomlEntry &entry : entries) {
        if (entry.table == name && entry.kind != TomlEntry::TableOfList)
            last = &entry;
    }
    return last;
}

//! The entries, unless one of them stands in the way of \a path.
Result<Entries> entriesFor(const QByteArray &text, const QStringList &path)
{
    return scanToml(text).andThen([&](const Entries &entries) -> Result<Entries> {
        const QStringList table = path.mid(0, path.size() - 1);
        for (const TomlEntry &entry : entries) {
            const qsizetype line = lineOf(text, entry.start);
            const QStringList &own = entry.kind == TomlEntry::Value ? entry.path : entry.table;
            if (entry.kind == TomlEntry::Value && own.size() < path.size() && beginsWith(path, own))
                return settingsRefused(
                    QCoreApplication::translate(
                        "gatehouse::Connections",
                        "%1 is given as a value; only a table of its own, [%1], can be changed safely")
                        .arg(own.join(u'.')),
                    line);
            if (entry.kind != TomlEntry::Value && own.size() >= path.size() && beginsWith(own, path))
                return settingsRefused(QCoreApplication::translate("gatehouse::Connections", "%1 is a table")
                                           .arg(path.join(u'.')),
                                       line);
            if (entry.kind == TomlEntry::TableOfList && beginsWith(path, own))
                return settingsRefused(
                    QCoreApplication::translate("gatehouse::Connections", "%1 is a list of tables")
                        .arg(own.join(u'.')),
                    line);
            const bool dotted = entry.kind == TomlEntry::Value && own != path && !table.isEmpty() &&
                                beginsWith(own, table) && entry.table.size() < table.size();
            if (dotted)
                return settingsRefused(
                    QCoreApplication::translate(
                        "gatehouse::Connections",
                        "%1 is given by keys with dots; only a table of its own, [%1], can be changed safely")
                        .arg(table.join(u'.')),
                    line);
        }
        return entries;
    });
}

QByteArray nameText(const QString &name)
{
    const auto bare = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    };
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), bare) ? name.toUtf8() : quoted(name);
}

QByteArray headOf(const QStringList &table)
{
    QByteArrayList names;
    for (const QString &name : table)
        names.append(nameText(name));
    return '[' + names.join('.') + ']';
}

//! What stands before the first key at the top: comments that end with an empty line are about the file.
qsizetype topOf(const QByteArray &text, const Entries &entries)
{
    const qsizetype first = entries.isEmpty() ? text.size() : entries.first().start;
    qsizetype top = 0;
    for (qsizetype start = 0; start < first;) {
        const qsizetype end = text.indexOf('\n', start);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        if (text.mid(start, next - start).trimmed().isEmpty())
            top = next;
        start = next;
    }
    return top;
}

qsizetype reachedOf(const Entries &entries, const QStringList &path)
{
    qsizetype reached = 0;
    for (const TomlEntry &entry : entries) {
        const QStringList &own = entry.kind == TomlEntry::Value ? entry.path : entry.table;
        qsizetype common = 0;
        while (common < std::min(own.size(), path.size()) && own[common] == path[common])
            ++common;
        reached = std::max(reached, common);
    }
    return reached;
}

} // namespace

Result<FoundSetting> tomlSettingIn(const QByteArray &text, const QStringList &path)
{
    return entriesFor(text, path).andThen([&](const Entries &entries) -> Result<FoundSetting> {
        FoundSetting found;
        if (const TomlEntry *entry = valueAt(entries, path))
            found.value = text.mid(entry->begin, entry->end - entry->begin);
        found.reached = reachedOf(entries, path);
        return found;
    });
}

Result<QByteArray> withTomlSetting(const QByteArray &text, const Setting &setting)
{
    return entriesFor(text, setting.path).andThen([&](const Entries &entries) -> Result<QByteArray> {
        if (const TomlEntry *entry = valueAt(entries, setting.path))
            return QByteArray(text).replace(entry->begin, entry->end - entry->begin, setting.value);
        const QByteArray end = lineEndOf(text);
        const QStringList table = setting.path.mid(0, setting.path.size() - 1);
        const QByteArray line = nameText(setting.path.last()) + " = " + setting.value + end;
        if (const TomlEntry *last = lastOf(entries, table)) {
            if (last->next == text.size())
                return withLinesAtEnd(text, line);
            return QByteArray(text).insert(last->next, line);
        }
        if (table.isEmpty()) {
            const qsizetype top = topOf(text, entries);
            if (entries.isEmpty())
                return withLinesAtEnd(text, line);
            return QByteArray(text).insert(top, entries.first().kind == TomlEntry::Value ? line : line + end);
        }
        const QByteArray gap = text.trimmed().isEmpty() ? QByteArray() : end;
        return withLinesAtEnd(text, gap + headOf(table) + end + line);
    });
}

Result<QByteArray> withoutTomlSetting(const QByteArray &text, const QStringList &path, qsizetype kept)
{
    return entriesFor(text, path).andThen([&](const Entries &entries) -> Result<QByteArray> {
        const TomlEntry *entry = valueAt(entries, path);
        if (!entry)
            return text;
        QByteArray result = text;
        result.remove(entry->start, entry->next - entry->start);
        const QStringList table = path.mid(0, path.size() - 1);
        const auto inTable = [&](const TomlEntry &other) { return beginsWith(other.table, table); };
        const bool emptied = std::count_if(entries.cbegin(), entries.cend(), inTable) == 2;
        if (table.isEmpty() || kept >= table.size() || !emptied)
            return result;
        const auto head = std::find_if(entries.cbegin(), entries.cend(), inTable);
        // A comment within the table is the user's: the head stays with it.
        if (head->kind != TomlEntry::Table || head->next != entry->start)
            return result;
        result.remove(head->start, head->next - head->start);
        const QByteArray gap = lineEndOf(text) + lineEndOf(text);
        const bool atGap = result.left(head->start).endsWith(gap);
        if (atGap)
            result.remove(head->start - gap.size() / 2, gap.size() / 2);
        return result;
    });
}

} // namespace gatehouse
