// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/meaning_merge.h"

#include "gateway/config/json_splice.h"
#include "gateway/config/meaning_match.h"

#include <algorithm>

namespace gatehouse {
namespace {

QByteArray textOf(QByteArrayView text, qsizetype begin, qsizetype end)
{
    return text.sliced(begin, end - begin).toByteArray();
}

//! Whether a text without it says the same, and more simply.
bool isNothing(const JsonNode &node, const Meaning &wanted)
{
    if (wanted.kind == Meaning::Scalar && wanted.token.isEmpty())
        return true;
    const bool isEmpty =
        wanted.kind == Meaning::Scalar ? wanted.token == "\"\"" : wanted.isBrief && wanted.parts.empty();
    return wanted.isUsual && isEmpty && node.kind == JsonNode::Scalar;
}

QByteArray mergedChild(QByteArrayView text, const JsonNode &child, const Meaning &old, const Meaning &wanted)
{
    return textOf(text, child.start, child.begin) + merged(text, child, old, wanted);
}

QByteArray mergedFields(QByteArrayView text, const JsonNode &node, const Meaning &old, const Meaning &wanted)
{
    std::vector<SplicedChild> children;
    for (size_t i = 0; i < node.children.size(); ++i) {
        const JsonNode &child = node.children[i];
        const Meaning *before = old.part(child.key);
        const Meaning *after = wanted.part(child.key);
        if (!before || !after || *before == *after)
            children.push_back({i, textOf(text, child.start, child.end)});
        else if (!isNothing(child, *after))
            children.push_back({i, mergedChild(text, child, *before, *after)});
    }
    for (const Meaning &part : wanted.parts) {
        if (!part.isUsual && !node.member(part.key))
            children.push_back({SplicedChild::none, memberOf(part)});
    }
    return withChildren(text, node, children);
}

//! How an element or member that is not there yet is written, beside those of \a node.
QByteArray newChild(const JsonNode &node, const Meaning &part)
{
    if (node.kind == JsonNode::Object)
        return memberOf(part);
    const bool hasPlainTexts =
        node.children.empty() ||
        std::any_of(node.children.cbegin(), node.children.cend(),
                    [](const JsonNode &child) { return child.kind == JsonNode::Scalar; });
    return jsonOf(part, hasPlainTexts);
}

QByteArray mergedList(QByteArrayView text, const JsonNode &node, const Meaning &old, const Meaning &wanted)
{
    const std::vector<int> matches = matchParts(old.parts, wanted.parts);
    std::vector<SplicedChild> children;
    for (size_t i = 0; i < wanted.parts.size(); ++i) {
        const Meaning &part = wanted.parts[i];
        if (matches[i] < 0) {
            children.push_back({SplicedChild::none, newChild(node, part)});
            continue;
        }
        const auto from = size_t(matches[i]);
        children.push_back({from, mergedChild(text, node.children[from], old.parts[from], part)});
    }
    return withChildren(text, node, children);
}

//! An empty pair of brackets, which says nothing about how its content is to be written.
bool isBlankContainer(QByteArrayView text, const JsonNode &node)
{
    return textOf(text, node.begin + 1, node.end - 1).trimmed().isEmpty();
}

} // namespace

QByteArray merged(QByteArrayView text, const JsonNode &node, const Meaning &old, const Meaning &wanted)
{
    if (old == wanted)
        return textOf(text, node.begin, node.end);
    const bool isList = wanted.kind == Meaning::List || wanted.kind == Meaning::Names;
    const bool isWhole = wanted.kind == Meaning::Scalar || node.kind == JsonNode::Scalar ||
                         isBlankContainer(text, node) || (isList && old.parts.size() != node.children.size());
    if (isWhole)
        return laidOutAt(text, node, jsonOf(wanted));
    return isList ? mergedList(text, node, old, wanted) : mergedFields(text, node, old, wanted);
}

} // namespace gatehouse
