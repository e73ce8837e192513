// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/json_splice.h"

#include "gateway/config/json_layout.h"

#include <boost/json/serialize.hpp>

#include <utility>

namespace gatehouse {
namespace {

constexpr QByteArrayView blanks = " \t\r\n";

bool isBlank(const QByteArray &gap)
{
    return gap.trimmed().isEmpty();
}

QByteArray withoutLeadingBlanks(const QByteArray &gap)
{
    qsizetype at = 0;
    while (at < gap.size() && blanks.contains(gap[at]))
        ++at;
    return gap.mid(at);
}

QByteArray withoutTrailingBlanks(const QByteArray &gap)
{
    qsizetype end = gap.size();
    while (end > 0 && blanks.contains(gap[end - 1]))
        --end;
    return gap.left(end);
}

QByteArray flat(QByteArray value)
{
    return value.replace('\n', " ").replace('\t', "");
}

QByteArray broken(QByteArray value, const QByteArray &newLine, const QByteArray &step)
{
    return value.replace('\t', step).replace('\n', newLine);
}

//! \a before, which may end in a `//` comment, and what follows it; on a line of its own if need be.
QByteArray following(const QByteArray &before, const QByteArray &gap, const QByteArray &newLine)
{
    const bool needsLine = before.contains("//") && !gap.startsWith('\n') && !gap.startsWith("\r\n");
    return needsLine ? newLine + withoutLeadingBlanks(gap) : gap;
}

//! Puts the comments of the children that go before what follows them.
void keepComments(JsonLayout &layout, const std::vector<bool> &stays)
{
    for (size_t i = 0; i < stays.size(); ++i) {
        const ChildSurroundings &gone = layout.children[i];
        const QByteArray behind = gone.gap + gone.trail;
        if (stays[i] || (isBlank(gone.lead) && isBlank(behind)))
            continue;
        QByteArray comments = gone.lead + withoutLeadingBlanks(behind);
        const bool isLast = i + 1 == stays.size();
        QByteArray &next = isLast ? layout.tail : layout.children[i + 1].lead;
        if (!isBlank(behind)) {
            next = comments + following(comments, next, layout.newLine);
        } else if (!isLast) {
            next = comments + withoutLeadingBlanks(next);
        } else {
            comments = withoutTrailingBlanks(comments);
            next = comments + following(comments, next, layout.closingLine);
        }
    }
}

//! Writes the children of a container one after the other.
class Assembly final
{
public:
    Assembly(JsonLayout layout, size_t count)
        : m_layout(std::move(layout))
        , m_count(count)
        , m_out(m_layout.head)
        , m_lastTrail(m_layout.head)
    {
    }

    void add(const SplicedChild &child)
    {
        const bool isNew = child.from == SplicedChild::none;
        const ChildSurroundings around = isNew ? ChildSurroundings() : m_layout.children[child.from];
        const bool isLast = m_written + 1 == m_count;
        m_out += following(m_lastTrail, leadOf(around, isNew && isLast), m_layout.newLine);
        if (isNew)
            m_out +=
                m_layout.isBroken ? broken(child.text, m_layout.newLine, m_layout.step) : flat(child.text);
        else
            m_out += child.text;
        m_out += around.gap;
        if (!isLast || m_layout.endsWithComma)
            m_out += ',';
        m_out += around.trail;
        m_lastTrail = around.trail;
        ++m_written;
    }

    QByteArray finished()
    {
        if (m_count == 0 && isBlank(m_out) && isBlank(m_layout.tail))
            return {};
        if (m_layout.children.empty() && m_count > 0 && !m_layout.isBroken)
            m_layout.tail = " ";
        return m_out + following(m_lastTrail, m_layout.tail, m_layout.closingLine);
    }

private:
    //! Comments go with the child that they are about; mere blanks belong to the place.
    QByteArray leadOf(const ChildSurroundings &around, bool isAppended)
    {
        if (!isBlank(around.lead))
            return around.lead;
        if (isAppended && m_layout.isBroken && !isBlank(m_layout.tail)) {
            const QByteArray comments = withoutTrailingBlanks(m_layout.tail);
            m_layout.tail = m_layout.tail.mid(comments.size());
            return comments + m_layout.newLine;
        }
        if (m_written < m_layout.children.size() && isBlank(m_layout.children[m_written].lead))
            return m_layout.children[m_written].lead;
        return m_layout.isBroken ? m_layout.newLine : QByteArray(" ");
    }

    JsonLayout m_layout;
    size_t m_count;
    size_t m_written = 0;
    QByteArray m_out;
    QByteArray m_lastTrail; //!< what m_out ends with, behind a comma
};

std::vector<SplicedChild> childrenOf(QByteArrayView text, const JsonNode &container)
{
    std::vector<SplicedChild> children;
    for (size_t i = 0; i < container.children.size(); ++i) {
        const JsonNode &child = container.children[i];
        children.push_back({i, text.sliced(child.start, child.end - child.start).toByteArray()});
    }
    return children;
}

} // namespace

QByteArray withChildren(QByteArrayView text, const JsonNode &container,
                        const std::vector<SplicedChild> &children)
{
    JsonLayout layout = layoutOf(text, container);
    std::vector<bool> stays(layout.children.size(), false);
    for (const SplicedChild &child : children) {
        if (child.from != SplicedChild::none)
            stays[child.from] = true;
    }
    keepComments(layout, stays);
    Assembly assembly(std::move(layout), children.size());
    for (const SplicedChild &child : children)
        assembly.add(child);
    return text[container.begin] + assembly.finished() + text[container.end - 1];
}

QByteArray laidOutAt(QByteArrayView text, const JsonNode &node, const QByteArray &value)
{
    return beginsLine(text, node.start) ? broken(value, newLineAt(text, node.start), indentationStep(text))
                                        : flat(value);
}

QByteArray withValue(QByteArrayView text, const JsonNode &node, QByteArrayView value)
{
    QByteArray whole = text.first(node.begin).toByteArray();
    return whole.append(value).append(text.sliced(node.end));
}

QByteArray withChild(QByteArrayView text, const JsonNode &container, const QByteArray &child)
{
    std::vector<SplicedChild> children = childrenOf(text, container);
    children.push_back({SplicedChild::none, child});
    return withValue(text, container, withChildren(text, container, children));
}

QByteArray withoutChild(QByteArrayView text, const JsonNode &container, size_t index)
{
    std::vector<SplicedChild> children = childrenOf(text, container);
    children.erase(children.begin() + std::ptrdiff_t(index));
    return withValue(text, container, withChildren(text, container, children));
}

QByteArray quotedJson(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const std::string json =
        boost::json::serialize(boost::json::string_view(utf8.data(), size_t(utf8.size())));
    return {json.data(), qsizetype(json.size())};
}

} // namespace gatehouse
