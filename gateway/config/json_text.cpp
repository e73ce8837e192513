// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/json_text.h"

#include "gateway/config/json_outline.h"
#include "gateway/config/words.h"

#include <boost/json/parser.hpp>

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr size_t deepest = 32;

//! Line and column (in characters) of the byte at \a offset, both from 1.
QString placeOf(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(std::min(offset, text.size()));
    const QByteArrayView line = before.sliced(before.lastIndexOf('\n') + 1);
    return ConfigWords::tr("line %1, column %2")
        .arg(before.count('\n') + 1)
        .arg(QString::fromUtf8(line).size() + 1);
}

QString syntaxMessage(QByteArrayView text, qsizetype offset, const boost::json::error_code &error)
{
    QString what = ConfigWords::tr("the file is not well-formed JSON here");
    if (error == boost::json::error::incomplete)
        what = ConfigWords::tr("the file ends too early");
    else if (error == boost::json::error::too_deep)
        what = ConfigWords::tr("more than %1 levels within each other").arg(deepest);
    else if (!error)
        what = ConfigWords::tr("something follows the end of the configuration");
    return placeOf(text, offset) + ": "_L1 + what;
}

//! Where a value stands. Its path is made only for a problem: most files have none, and thousands of values.
struct Place
{
    const Place *above;
    const JsonNode *node;
    qsizetype index;

    QString path() const
    {
        if (!above)
            return {};
        const bool member = above->node->kind == JsonNode::Object;
        return pathTo(above->path(), member ? QString::fromUtf8(node->key) : QString::number(index));
    }
};

void findDoubledNames(const Place &place, QList<Problem> &problems)
{
    QSet<QByteArrayView> names;
    qsizetype index = 0;
    for (const JsonNode &child : place.node->children) {
        const Place below{&place, &child, index++};
        if (place.node->kind == JsonNode::Object) {
            if (names.contains(child.key))
                problems.append({below.path(), ConfigWords::tr("is there twice")});
            names.insert(child.key);
        }
        findDoubledNames(below, problems);
    }
}

} // namespace

const JsonNode *JsonNode::member(QByteArrayView name) const
{
    const auto it = std::find_if(children.cbegin(), children.cend(),
                                 [&](const JsonNode &child) { return kind == Object && child.key == name; });
    return it == children.cend() ? nullptr : &*it;
}

JsonText parseJsonText(QByteArrayView text)
{
    boost::json::parse_options options;
    options.allow_comments = true;
    options.allow_trailing_commas = true;
    options.max_depth = deepest;
    boost::json::parser parser({}, options);
    boost::json::error_code error;
    const auto read = qsizetype(parser.write_some(text.data(), size_t(text.size()), error));

    JsonText result;
    if (error || read < text.size()) {
        result.problems.append({u"/"_s, syntaxMessage(text, read, error)});
        return result;
    }
    result.value = parser.release();
    result.root = outlineOf(text);
    findDoubledNames({nullptr, &result.root, 0}, result.problems);
    return result;
}

qsizetype positionOf(const JsonNode &root, const QString &path)
{
    const JsonNode *node = &root;
    const QStringList steps = path.split(u'/', Qt::SkipEmptyParts);
    for (QString step : steps) {
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        bool isIndex = false;
        const size_t index = step.toULongLong(&isIndex);
        const JsonNode *next = node->member(step.toUtf8());
        if (!next && node->kind == JsonNode::Array && isIndex && index < node->children.size())
            next = &node->children[index];
        if (!next)
            break;
        node = next;
    }
    return node->start;
}

QString pathTo(const QString &path, const QString &name)
{
    return path + u'/' + QString(name).replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

} // namespace gatehouse
