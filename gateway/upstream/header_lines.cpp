// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/header_lines.h"

#include "gateway/base/ascii_case.h"

#include <algorithm>

namespace gatehouse {
namespace {

// What libcurl would add by itself. A line of the same name behind these is sent none the less.
constexpr const char *suppressed[] = {"Accept:", "Content-Type:", "Expect:"};

QByteArrayView nameOf(QByteArrayView line)
{
    return line.first(std::max<qsizetype>(0, line.indexOf(':')));
}

bool isSame(QByteArrayView line, QByteArrayView other)
{
    return isFieldOf(other, nameOf(line));
}

bool sameName(QByteArrayView line, const QList<QByteArray> &lines)
{
    return std::any_of(lines.cbegin(), lines.cend(),
                       [&](const QByteArray &other) { return isSame(line, other); });
}

} // namespace

bool HeaderLines::assign(const Outgoing &outgoing)
{
    m_nodes.clear();
    m_rewritten.clear();
    for (const char *name : suppressed)
        append(name);
    // A field that both have is one list (RFC 9110, 5.3).
    for (const QByteArray &line : outgoing.link->headers) {
        if (!sameName(line, outgoing.headers) ? !add(line) : !addJoined(line, outgoing.headers))
            return false;
    }
    for (const QByteArray &line : outgoing.headers) {
        if (!sameName(line, outgoing.link->headers) && !add(line))
            return false;
    }
    if (!outgoing.authorization.isEmpty() && !add(outgoing.authorization))
        return false;
    for (qsizetype i = 0; i + 1 < m_nodes.size(); ++i)
        m_nodes[i].next = &m_nodes[i + 1];
    return true;
}

bool HeaderLines::addJoined(const QByteArray &line, const QList<QByteArray> &others)
{
    QByteArray joined = line;
    for (const QByteArray &other : others) {
        if (isSame(line, other))
            joined.append(',').append(other.sliced(nameOf(other).size() + 1).trimmed());
    }
    m_rewritten.append(joined);
    return add(m_rewritten.last());
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
