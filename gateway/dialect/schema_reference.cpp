// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/schema_reference.h"

#include <QByteArrayList>
#include <QSet>

namespace gatehouse {
namespace {

//! Follows every reference, each once.
class RecursionSearch final
{
public:
    explicit RecursionSearch(JsonView root)
        : m_root(root)
    {
        m_following.insert("#");
        look(root, 0);
    }

    bool found() const { return m_found; }

private:
    void look(JsonView value, int depth)
    {
        constexpr int mostDepth = 256;
        if (depth > mostDepth)
            m_found = true; // what is as deep as that is treated as if it had no end
        if (m_found || !(value.isObject() || value.isArray()))
            return;
        if (value["$ref"].isString())
            follow(value["$ref"].text(), depth);
        for (const JsonView inner : value)
            look(inner, depth + 1);
    }

    void follow(const QByteArray &reference, int depth)
    {
        m_found = m_found || m_following.contains(reference);
        if (m_found || m_done.contains(reference))
            return;
        m_following.insert(reference);
        look(pointedAt(m_root, reference), depth + 1);
        m_following.remove(reference);
        m_done.insert(reference);
    }

    JsonView m_root;
    QSet<QByteArray> m_following;
    QSet<QByteArray> m_done;
    bool m_found = false;
};

} // namespace

JsonView pointedAt(JsonView root, const QByteArray &reference)
{
    // Some generators write a pointer without the `#` of a fragment.
    const bool here = reference.startsWith('#');
    if (!here && !reference.startsWith('/'))
        return {};
    JsonView at = root;
    const QByteArrayList steps = QByteArray::fromPercentEncoding(reference.mid(here ? 1 : 0)).split('/');
    for (qsizetype i = 1; i < steps.size(); ++i) {
        QByteArray step = steps[i];
        at = at[step.replace("~1", "/").replace("~0", "~")];
    }
    return at;
}

bool isRecursive(JsonView root)
{
    return RecursionSearch(root).found();
}

} // namespace gatehouse
