// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/import/yaml_tree.h"

#include "gateway/config/config_text.h"
#include "gateway/import/import_text.h"
#include "gateway/import/yaml_event.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int deepest = 64;
constexpr qsizetype mostNodes = 100'000;
constexpr qsizetype mostText = 16 * 1024 * 1024; // characters
constexpr qsizetype longestName = 1000;

QString textOf(const yaml_char_t *text, size_t size)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text), qsizetype(size));
}

QByteArray nameOf(const yaml_char_t *anchor)
{
    return anchor ? QByteArray(reinterpret_cast<const char *>(anchor)) : QByteArray();
}

bool isNull(const QString &plain)
{
    return plain.isEmpty() || plain == u'~' || plain == "null"_L1 || plain == "Null"_L1 || plain == "NULL"_L1;
}

//! What a node weighs with all that is within it.
struct Size
{
    qsizetype nodes = 0;
    qsizetype text = 0; //!< characters

    void operator+=(const Size &other)
    {
        nodes += other.nodes;
        text += other.text;
    }
};

Size sizeOf(const YamlNode &node)
{
    Size size{1, node.text.size()};
    for (const YamlNode &item : node.items)
        size += sizeOf(item);
    for (const auto &member : node.members) {
        size += {1, member.first.size()};
        size += sizeOf(member.second);
    }
    return size;
}

//! Builds the tree out of the events of one text. The first problem ends it.
class TreeBuilder final
{
public:
    explicit TreeBuilder(QByteArrayView text)
        : m_usable(yaml_parser_initialize(&m_parser) == 1)
    {
        if (!m_usable)
            return;
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(text.data()),
                                     size_t(text.size()));
    }
    ~TreeBuilder()
    {
        if (m_usable)
            yaml_parser_delete(&m_parser);
    }
    Q_DISABLE_COPY_MOVE(TreeBuilder)

    Result<YamlText> build()
    {
        YamlText result;
        for (bool ended = !m_usable; !ended && m_problem.isEmpty();) {
            YamlEvent event;
            if (!next(event))
                break;
            ended = event->type == YAML_STREAM_END_EVENT || event->type == YAML_DOCUMENT_END_EVENT;
            if (event->type == YAML_DOCUMENT_END_EVENT)
                result.hasMore = !isAtEnd();
            else if (!ended && event->type != YAML_STREAM_START_EVENT &&
                     event->type != YAML_DOCUMENT_START_EVENT)
                result.root = nodeOf(event, 0);
        }
        if (!m_problem.isEmpty() || !m_usable)
            return configRefused(m_problem);
        return result;
    }

private:
    bool next(YamlEvent &event)
    {
        if (yaml_parser_parse(&m_parser, event.get()) == 1)
            return true;
        refuse(m_parser.problem_mark, m_parser.problem ? QString::fromUtf8(m_parser.problem) : QString());
        return false;
    }

    bool isAtEnd()
    {
        YamlEvent event;
        return yaml_parser_parse(&m_parser, event.get()) == 1 && event->type == YAML_STREAM_END_EVENT;
    }

    void refuse(const yaml_mark_t &mark, const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = ImportText::tr("line %1, column %2: %3")
                            .arg(QString::number(mark.line + 1), QString::number(mark.column + 1), what);
    }

    bool count(const Size &size, const yaml_mark_t &mark)
    {
        m_size += size;
        if (m_size.nodes > mostNodes || m_size.text > mostText)
            refuse(mark, ImportText::tr("there is more in the file than any configuration needs"));
        return m_problem.isEmpty();
    }

    YamlNode nodeOf(YamlEvent &event, int depth)
    {
        const yaml_mark_t mark = event->start_mark;
        if (depth > deepest)
            refuse(mark, ImportText::tr("too many levels within each other"));
        if (!count({1, 0}, mark))
            return {};
        switch (event->type) {
        case YAML_ALIAS_EVENT:
            return aliased(nameOf(event->data.alias.anchor), mark);
        case YAML_SCALAR_EVENT:
            return scalarOf(event);
        case YAML_SEQUENCE_START_EVENT:
            return listOf(nameOf(event->data.sequence_start.anchor), depth);
        case YAML_MAPPING_START_EVENT:
            return mapOf(nameOf(event->data.mapping_start.anchor), depth);
        default:
            refuse(mark, ImportText::tr("the file is not well-formed YAML here"));
            return {};
        }
    }

    //! An anchor is known once its node is complete: no node can stand within itself.
    YamlNode aliased(const QByteArray &name, const yaml_mark_t &mark)
    {
        const auto anchor = m_anchors.constFind(name);
        if (anchor == m_anchors.cend()) {
            refuse(mark, ImportText::tr("an alias to something that is not there, or not complete"));
            return {};
        }
        return count(anchor->size, mark) ? anchor->node : YamlNode();
    }

    YamlNode scalarOf(YamlEvent &event)
    {
        const auto &scalar = event->data.scalar;
        YamlNode node;
        node.text = textOf(scalar.value, scalar.length);
        node.isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        count({0, node.text.size()}, event->start_mark);
        node.kind = node.isPlain && isNull(node.text) ? YamlNode::Null : YamlNode::Scalar;
        remember(nameOf(scalar.anchor), node);
        return node;
    }

    YamlNode listOf(const QByteArray &anchor, int depth)
    {
        YamlNode node{.kind = YamlNode::List};
        while (m_problem.isEmpty()) {
            YamlEvent event;
            if (!next(event) || event->type == YAML_SEQUENCE_END_EVENT)
                break;
            node.items.push_back(nodeOf(event, depth + 1));
        }
        remember(anchor, node);
        return node;
    }

    YamlNode mapOf(const QByteArray &anchor, int depth)
    {
        YamlNode node{.kind = YamlNode::Map};
        std::vector<YamlNode> merged;
        QSet<QString> names;
        while (m_problem.isEmpty()) {
            YamlEvent key;
            if (!next(key) || key->type == YAML_MAPPING_END_EVENT)
                break;
            const yaml_mark_t mark = key->start_mark;
            const YamlNode name = nodeOf(key, depth + 1);
            if (name.text.size() > longestName)
                refuse(mark, ImportText::tr("a name is longer than 1,000 characters"));
            if (name.kind != YamlNode::Scalar && name.kind != YamlNode::Null)
                refuse(mark, ImportText::tr("a name must be a text"));
            YamlEvent value;
            if (!m_problem.isEmpty() || !next(value))
                break;
            YamlNode content = nodeOf(value, depth + 1);
            if (name.isPlain && name.text == "<<"_L1) {
                merged.push_back(std::move(content));
                continue;
            }
            if (names.contains(name.text))
                refuse(mark, ImportText::tr("this name is there twice"));
            names.insert(name.text);
            node.members.emplace_back(name.text, std::move(content));
        }
        for (YamlNode &one : merged)
            merge(node, std::move(one), names);
        remember(anchor, node);
        return node;
    }

    //! What stands in the map itself counts before what is merged into it, and that in order.
    static void merge(YamlNode &into, YamlNode from, QSet<QString> &names)
    {
        for (YamlNode &item : from.items)
            merge(into, std::move(item), names);
        for (auto &member : from.members) {
            if (names.contains(member.first))
                continue;
            names.insert(member.first);
            into.members.push_back(std::move(member));
        }
    }

    void remember(const QByteArray &anchor, const YamlNode &node)
    {
        if (anchor.isEmpty() || !m_problem.isEmpty())
            return;
        const Size size = sizeOf(node);
        if (count(size, {}))
            m_anchors.insert(anchor, {node, size});
    }

    struct Anchored
    {
        YamlNode node;
        Size size;
    };

    yaml_parser_t m_parser = {};
    bool m_usable = false;
    QHash<QByteArray, Anchored> m_anchors;
    Size m_size;
    QString m_problem;
};

} // namespace

const YamlNode &YamlNode::operator[](QLatin1StringView name) const
{
    static const YamlNode nothing;
    const auto it = std::find_if(members.cbegin(), members.cend(),
                                 [&](const auto &member) { return member.first == name; });
    return it == members.cend() ? nothing : it->second;
}

bool YamlNode::has(QLatin1StringView name) const
{
    return std::any_of(members.cbegin(), members.cend(),
                       [&](const auto &member) { return member.first == name; });
}

Result<YamlText> parseYaml(QByteArrayView text)
{
    if (text.isEmpty())
        return YamlText{};
    if (!text.isValidUtf8())
        return configRefused(ImportText::tr("the file is not UTF-8"));
    return TreeBuilder(text).build();
}

} // namespace gatehouse
