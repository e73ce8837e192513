// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/curl_header_list.h"

namespace gatehouse {
namespace {

// What libcurl would add by itself. A line of the same name behind these is sent none the less.
constexpr const char *suppressed[] = {"Accept:", "Content-Type:", "Expect:"};

} // namespace

bool CurlHeaderList::assign(const Outgoing &outgoing)
{
    m_nodes.clear();
    m_rewritten.clear();
    if (!m_lines.assign(outgoing))
        return false;
    for (const char *name : suppressed)
        append(name);
    for (const QByteArray *line : m_lines.lines())
        add(*line);
    if (!outgoing.authorization.isEmpty())
        add(outgoing.authorization);
    for (qsizetype i = 0; i + 1 < m_nodes.size(); ++i)
        m_nodes[i].next = &m_nodes[i + 1];
    return true;
}

void CurlHeaderList::add(const QByteArray &line)
{
    const QByteArrayView bare = QByteArrayView(line).trimmed();
    if (bare.endsWith(':')) { // "Name:" would take the header out, "Name;" sends it without a value
        m_rewritten.append(bare.chopped(1).toByteArray() + ';');
        append(m_rewritten.last().constData());
    } else {
        append(line.constData());
    }
}

void CurlHeaderList::append(const char *line)
{
    m_nodes.append({const_cast<char *>(line), nullptr}); // libcurl does not write to it
}

} // namespace gatehouse
