// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/formats.h"

#include "connect/yaml_places.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! A text, and what of a path is there.
struct OpenedYaml
{
    PlacedYamlText yaml;
    qsizetype value = -1; //!< of the first name: its index in the root
    qsizetype entry = -1; //!< that goes by the second name: its index in the list
    qsizetype inner = -1; //!< the value of the third name: its index in the entry

    const PlacedYaml &node() const { return yaml.root.children[size_t(value)]; }
    const PlacedYaml &key() const { return yaml.root.children[size_t(value - 1)]; }
    const PlacedYaml &item() const { return node().children[size_t(entry)]; }
    const PlacedYaml &innerValue() const { return item().children[size_t(inner)]; }
    const PlacedYaml &innerKey() const { return item().children[size_t(inner - 1)]; }
};

Error refusedAt(const QByteArray &text, const PlacedYaml &node, const QString &message)
{
    return settingsRefused(message, lineOf(text, node.begin));
}

bool isNothing(const PlacedYaml &node)
{
    return node.kind == PlacedYaml::Scalar && node.begin == node.end && !node.isMarked;
}

Result<OpenedYaml> open(const QByteArray &text, const QStringList &path)
{
    return readYaml(text).andThen([&](const PlacedYamlText &yaml) -> Result<OpenedYaml> {
        OpenedYaml opened{yaml};
        const PlacedYaml &root = opened.yaml.root;
        if (yaml.isEmpty || isNothing(root))
            return OpenedYaml{};
        if (root.kind != PlacedYaml::Mapping)
            return refusedAt(text, root,
                             QCoreApplication::translate("gatehouse::Connections",
                                                         "the file does not hold names with values"));
        if (root.isFlow || root.isMarked || root.column != 0)
            return refusedAt(text, root,
                             QCoreApplication::translate(
                                 "gatehouse::Connections",
                                 "settings that are indented, in braces, tagged or anchored cannot be "
                                 "changed safely"));
        opened.value = root.valueOf(path[0].toUtf8());
        if (opened.value < 0)
            return opened;
        const PlacedYaml &value = opened.node();
        if (value.isMarked || value.kind == PlacedYaml::Alias)
            return refusedAt(text, value,
                             QCoreApplication::translate(
                                 "gatehouse::Connections",
                                 "%1 has an anchor, an alias or a tag: this cannot be changed safely")
                                 .arg(path[0]));
        if (path.size() == 1) {
            if (value.kind != PlacedYaml::Scalar)
                return refusedAt(
                    text, value,
                    QCoreApplication::translate("gatehouse::Connections", "%1 holds more than one value")
                        .arg(path[0]));
            return opened;
        }
        if (isNothing(value))
            return opened;
        if (value.kind != PlacedYaml::Sequence || (value.isFlow && !value.children.empty()))
            return refusedAt(
                text, value,
                QCoreApplication::translate(
                    "gatehouse::Connections",
                    "%1 is not a list of lines that begin with a dash: this cannot be changed safely")
                    .arg(path[0]));
        for (size_t i = 0; i < value.children.size(); ++i) {
            const PlacedYaml &item = value.children[i];
            const qsizetype name = item.valueOf("name");
            if (name < 0 || item.children[size_t(name)].text != path[1].toUtf8())
                continue;
            if (item.isFlow || item.isMarked)
                return refusedAt(
                    text, item,
                    QCoreApplication::translate("gatehouse::Connections",
                                                "%1 is in braces, tagged or anchored: this cannot be changed "
                                                "safely")
                        .arg(path[1]));
            opened.entry = qsizetype(i);
        }
        if (path.size() < 3 || opened.entry < 0)
            return opened;
        opened.inner = opened.item().valueOf(path[2].toUtf8());
        if (opened.inner >= 0 &&
            (opened.innerValue().kind != PlacedYaml::Scalar || opened.innerValue().isMarked))
            return refusedAt(
                text, opened.innerValue(),
                QCoreApplication::translate("gatehouse::Connections", "%1 is no simple value").arg(path[2]));
        return opened;
    });
}

qsizetype lineStart(const QByteArray &text, qsizetype at)
{
    return at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

qsizetype nextLine(const QByteArray &text, qsizetype at)
{
    const qsizetype end = text.indexOf('\n', at);
    return end < 0 ? text.size() : end + 1;
}

//! The lines of an entry whose dash stands behind \a indentation.
QByteArray entryText(QByteArray value, const QByteArray &indentation, const QByteArray &end)
{
    return indentation + "- " + value.replace("\n", QByteArray(end + indentation + "  ")) + end;
}

QByteArray withEntry(const QByteArray &text, const OpenedYaml &opened, const Setting &setting)
{
    const QByteArray end = lineEndOf(text);
    const QByteArray usual = entryText(setting.value, "  ", end);
    if (opened.value < 0)
        return withLinesAtEnd(text, setting.path[0].toUtf8() + ':' + end + usual);
    const PlacedYaml &list = opened.node();
    if (opened.entry >= 0) {
        const PlacedYaml &item = opened.item();
        QByteArray value = setting.value;
        value.replace("\n", QByteArray(end + QByteArray(item.column, ' ')));
        return QByteArray(text).replace(item.begin, item.end - item.begin, value);
    }
    QByteArray changed = text;
    if (list.children.empty()) { // `models:` or `models: []`
        if (list.end > list.begin)
            changed.remove(list.begin, list.end - list.begin);
        const qsizetype next = nextLine(changed, opened.key().end);
        return next == changed.size() ? withLinesAtEnd(changed, usual) : changed.insert(next, usual);
    }
    const PlacedYaml &last = list.children.back();
    const QByteArray entry = entryText(setting.value, QByteArray(list.column, ' '), end);
    const qsizetype next = nextLine(text, last.end);
    return next == text.size() ? withLinesAtEnd(text, entry) : changed.insert(next, entry);
}

//! \a text with \a value in place of \a node, whose name is \a key.
QByteArray withScalar(const QByteArray &text, const PlacedYaml &key, const PlacedYaml &node,
                      const QByteArray &value)
{
    if (isNothing(node))
        return QByteArray(text).insert(text.indexOf(':', key.end) + 1, ' ' + value);
    return QByteArray(text).replace(node.begin, node.end - node.begin, value);
}

QByteArray withInner(const QByteArray &text, const OpenedYaml &opened, const Setting &setting)
{
    const QByteArray line = setting.path[2].toUtf8() + ": " + setting.value;
    if (opened.entry < 0)
        return withEntry(text, opened, {setting.path, "name: " + setting.path[1].toUtf8() + '\n' + line});
    if (opened.inner >= 0)
        return withScalar(text, opened.innerKey(), opened.innerValue(), setting.value);
    const PlacedYaml &item = opened.item();
    const QByteArray whole = QByteArray(item.column, ' ') + line + lineEndOf(text);
    const qsizetype next = nextLine(text, std::max(item.end, item.children[item.children.size() - 2].end));
    return next == text.size() ? withLinesAtEnd(text, whole) : QByteArray(text).insert(next, whole);
}

//! \a text without the lines of \a node, which begin at \a key.
QByteArray withoutLines(const QByteArray &text, const PlacedYaml &key, const PlacedYaml &node)
{
    const qsizetype start = lineStart(text, key.begin);
    return QByteArray(text).remove(start, nextLine(text, std::max(node.end, key.end)) - start);
}

QByteArray withoutInner(const QByteArray &text, const OpenedYaml &opened)
{
    const PlacedYaml &item = opened.item();
    if (opened.innerKey().begin != item.begin)
        return withoutLines(text, opened.innerKey(), opened.innerValue());
    // It stands behind the dash: what follows, at least the name, moves there.
    return QByteArray(text).remove(item.begin, item.children[2].begin - item.begin);
}

} // namespace

Result<FoundSetting> yamlSettingIn(const QByteArray &text, const QStringList &path)
{
    return open(text, path).andThen([&](const OpenedYaml &opened) -> Result<FoundSetting> {
        FoundSetting found;
        if (opened.value < 0)
            return found;
        found.reached = 1 + (opened.entry >= 0 ? 1 : 0) + (opened.inner >= 0 ? 1 : 0);
        if (found.reached < path.size())
            return found;
        const PlacedYaml &node = path.size() == 1   ? opened.node()
                                 : path.size() == 2 ? opened.item()
                                                    : opened.innerValue();
        found.value = text.mid(node.begin, node.end - node.begin);
        // As it would be written: without the indentation of its place.
        if (path.size() == 2)
            found.value->replace(QByteArray(lineEndOf(text) + QByteArray(node.column, ' ')), "\n");
        return found;
    });
}

Result<QByteArray> withYamlSetting(const QByteArray &text, const Setting &setting)
{
    return open(text, setting.path).andThen([&](const OpenedYaml &opened) -> Result<QByteArray> {
        QByteArray changed = text;
        if (setting.path.size() == 3)
            changed = withInner(text, opened, setting);
        else if (setting.path.size() == 2)
            changed = withEntry(text, opened, setting);
        else if (opened.value < 0)
            changed = withLinesAtEnd(text, setting.path[0].toUtf8() + ": " + setting.value + lineEndOf(text));
        else
            changed = withScalar(text, opened.key(), opened.node(), setting.value);
        // What has been read one way must not come out another way, whatever the layout.
        return yamlSettingIn(changed, setting.path)
            .andThen([&](const FoundSetting &found) -> Result<QByteArray> {
                if (found.value == setting.value)
                    return changed;
                return settingsRefused(
                    QCoreApplication::translate("gatehouse::Connections", "%1 cannot be changed safely here")
                        .arg(setting.path.join(u'.')));
            });
    });
}

Result<QByteArray> withoutYamlSetting(const QByteArray &text, const QStringList &path, qsizetype kept)
{
    return open(text, path).andThen([&](const OpenedYaml &opened) -> Result<QByteArray> {
        if (opened.value < 0 || (path.size() >= 2 && opened.entry < 0) ||
            (path.size() == 3 && opened.inner < 0))
            return text;
        // Nothing but its name would be left of an entry that we made.
        const bool emptied = path.size() == 3 && kept < 2 && opened.item().children.size() == 4;
        if (path.size() == 3 && !emptied)
            return withoutInner(text, opened);
        const bool whole = path.size() == 1 || (kept == 0 && opened.node().children.size() == 1);
        QByteArray changed = whole ? withoutLines(text, opened.key(), opened.node())
                                   : withoutLines(text, opened.item(), opened.item());
        // The last entry of a list that was there before us: an empty list is not the same as nothing.
        if (!whole && opened.node().children.size() == 1)
            changed.insert(text.indexOf(':', opened.key().end) + 1, " []");
        return changed;
    });
}

} // namespace gatehouse
