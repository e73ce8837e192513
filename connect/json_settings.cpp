// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/formats.h"

#include "connect/meaning.h"
#include "connect/quoted.h"
#include "gateway/config/json_splice.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! A text and the places in it.
struct Opened
{
    QByteArray text;
    JsonNode root;
};

Error syntaxError(const JsonText &parsed)
{
    return settingsRefused(parsed.problems.value(0).message);
}

Result<Opened> open(const QByteArray &text)
{
    // Most applications take a file without any value as one without settings.
    QByteArray whole = text;
    JsonText parsed = parseJsonText(whole);
    if (parsed.value.is_null()) {
        const QByteArray end = lineEndOf(text);
        const bool needsLine = !text.isEmpty() && !text.endsWith('\n');
        whole = text + (needsLine ? end : QByteArray()) + '{' + end + '}' + end;
        const JsonText empty = parseJsonText(whole);
        if (!empty.value.is_object())
            return parsed.problems.isEmpty()
                       ? settingsRefused(QCoreApplication::translate("gatehouse::Connections",
                                                                     "the file holds null, not settings"),
                                         1)
                       : syntaxError(parsed);
        return Opened{whole, empty.root};
    }
    if (!parsed.value.is_object())
        return settingsRefused(
            QCoreApplication::translate("gatehouse::Connections", "the file does not hold an object"),
            lineOf(text, parsed.root.begin));
    return Opened{whole, parsed.root};
}

//! The member that counts: of two with one name, readers take the last.
std::optional<size_t> indexOf(const JsonNode &object, const QString &name)
{
    const QByteArray key = name.toUtf8();
    for (size_t i = object.children.size(); i-- > 0;) {
        if (object.children[i].key == key)
            return i;
    }
    return {};
}

//! The entry of a list that goes by \a name.
std::optional<size_t> entryOf(const QByteArray &text, const JsonNode &list, const QString &name)
{
    const QByteArray wanted = meaningOf(SettingsFormat::Json, quoted(name));
    for (size_t i = 0; i < list.children.size(); ++i) {
        const JsonNode *own = list.children[i].member("name");
        if (own && meaningOf(SettingsFormat::Json, text.mid(own->begin, own->end - own->begin)) == wanted)
            return i;
    }
    return {};
}

std::optional<size_t> indexIn(const QByteArray &text, const JsonNode &around, const QString &name)
{
    return around.kind == JsonNode::Array ? entryOf(text, around, name) : indexOf(around, name);
}

//! The values along \a path, the root first, as far as they are there.
Result<QList<const JsonNode *>> along(const Opened &opened, const QStringList &path)
{
    QList<const JsonNode *> nodes = {&opened.root};
    for (const QString &name : path) {
        const JsonNode *around = nodes.last();
        if (around->kind == JsonNode::Scalar)
            return settingsRefused(
                QCoreApplication::translate("gatehouse::Connections", "%1 does not hold an object")
                    .arg(QString::fromUtf8(around->key)),
                lineOf(opened.text, around->begin));
        const std::optional<size_t> index = indexIn(opened.text, *around, name);
        if (!index)
            break;
        nodes.append(&around->children[*index]);
    }
    return nodes;
}

//! The member, or entry, that the path of \a setting, behind its first \a reached names, begins with, down to
//! the value.
QByteArray memberText(const Setting &setting, qsizetype reached)
{
    const QStringList &path = setting.path;
    QByteArray value = setting.value;
    for (qsizetype i = path.size() - 1; i > reached; --i) {
        value.replace("\n", "\n\t");
        if (setting.isListEntry && i == path.size() - 1)
            value = "[\n\t" + value + "\n]";
        else
            value = "{\n\t" + quoted(path[i]) + ": " + value + "\n}";
    }
    const bool isEntry = setting.isListEntry && reached == path.size() - 1;
    return isEntry ? value : quoted(path[reached]) + ": " + value;
}

} // namespace

Result<FoundSetting> jsonSettingIn(const QByteArray &text, const QStringList &path)
{
    return open(text).andThen([&](const Opened &opened) {
        return along(opened, path).andThen([&](const QList<const JsonNode *> &nodes) -> Result<FoundSetting> {
            FoundSetting found;
            found.reached = nodes.size() - 1;
            if (found.reached == path.size())
                found.value = opened.text.mid(nodes.last()->begin, nodes.last()->end - nodes.last()->begin);
            return found;
        });
    });
}

Result<QByteArray> withJsonSetting(const QByteArray &text, const Setting &setting)
{
    return open(text).andThen([&](const Opened &opened) {
        return along(opened, setting.path)
            .andThen([&](const QList<const JsonNode *> &nodes) -> Result<QByteArray> {
                const qsizetype reached = nodes.size() - 1;
                const JsonNode &last = *nodes.last();
                if (reached == setting.path.size())
                    return withValue(opened.text, last,
                                     setting.isVerbatim ? setting.value
                                                        : laidOutAt(opened.text, last, setting.value));
                const bool isEntry = setting.isListEntry && reached == setting.path.size() - 1;
                if (last.kind != (isEntry ? JsonNode::Array : JsonNode::Object))
                    return settingsRefused((isEntry
                                                ? QCoreApplication::translate("gatehouse::Connections",
                                                                              "%1 does not hold a list")
                                                : QCoreApplication::translate("gatehouse::Connections",
                                                                              "%1 does not hold an object"))
                                               .arg(QString::fromUtf8(last.key)),
                                           lineOf(opened.text, last.begin));
                return withChild(opened.text, last, memberText(setting, reached));
            });
    });
}

Result<QByteArray> withoutJsonSetting(const QByteArray &text, const QStringList &path, qsizetype kept)
{
    return open(text).andThen([&](const Opened &opened) {
        return along(opened, path).andThen([&](const QList<const JsonNode *> &nodes) -> Result<QByteArray> {
            if (nodes.size() - 1 < path.size())
                return text;
            qsizetype depth = path.size() - 1; // of the object to take a member out of
            while (depth > kept && nodes[depth]->children.size() == 1)
                --depth;
            return withoutChild(opened.text, *nodes[depth],
                                *indexIn(opened.text, *nodes[depth], path[depth]));
        });
    });
}

} // namespace gatehouse
