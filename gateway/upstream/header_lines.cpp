// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/header_lines.h"

namespace gatehouse {
namespace {

// What libcurl would add by itself. A line of the same name behind these is sent none the less.
constexpr const char *suppressed[] = {"Accept:", "Content-Type:", "Expect:"};

} // namespace

bool HeaderLines::assign(const Outgoing &outgoing)
{
    m_nodes.clear();
    m_rewritten.clear();
    for (const char *name : suppressed)
        append(name);
    for (const QByteArray &line : outgoing.link->headers) {
        if (!add(line))
            return false;
    }
    for (const QByteArray &line : outgoing.headers) {
        if (!add(line))
            return false;
    }
    if (!outgoing.authorization.isEmpty() && !add(outgoing.authorization))
        return false;
    for (qsizetype i = 0; i + 1 < m_nodes.size(); ++i)
        m_nodes[i].next = &m_nodes[i + 1];
    return true;
}

bool HeaderLines::add(const QByteArray &line)
{
    if (line.contains('\n') || line.contains('\r'))
        return false;
    const QByteArrayView bare = QByteArrayView(line).trimmed();
    if (bare.endsWith(':')) { // "Name:" would take the header out, "Name;" sends it without a value
        m_rewritten.append(bare.chopped(1).toByteArray() + ';');
        append(m_rewritten.last().constData());
    } else {
        append(line.constData());
    }
    return true;
}

void HeaderLines::append(const char *line)
{
    m_nodes.append({const_cast<char *>(line), nullptr}); // libcurl does not write to it
}

} // namespace gatehouse
