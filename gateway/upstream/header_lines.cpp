// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/upstream/header_lines.h"

#include "gateway/base/ascii_case.h"

#include <algorithm>

namespace gatehouse {
namespace {

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

bool isOneLine(const QByteArray &line)
{
    return std::none_of(line.cbegin(), line.cend(),
                        [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
}

} // namespace

bool HeaderLines::assign(const Outgoing &outgoing)
{
    m_lines.clear();
    m_joined.clear();
    // A field that both have is one list (RFC 9110, 5.3).
    for (const QByteArray &line : outgoing.link->headers) {
        if (sameName(line, outgoing.headers))
            addJoined(line, outgoing.headers);
        else
            m_lines.append(&line);
    }
    for (const QByteArray &line : outgoing.headers) {
        if (!sameName(line, outgoing.link->headers))
            m_lines.append(&line);
    }
    return isOneLine(outgoing.authorization) &&
           std::all_of(m_lines.cbegin(), m_lines.cend(),
                       [](const QByteArray *line) { return isOneLine(*line); });
}

void HeaderLines::addJoined(const QByteArray &line, const QList<QByteArray> &others)
{
    QByteArray joined = line;
    for (const QByteArray &other : others) {
        if (isSame(line, other))
            joined.append(',').append(other.sliced(nameOf(other).size() + 1).trimmed());
    }
    m_joined.append(std::make_shared<const QByteArray>(std::move(joined)));
    m_lines.append(m_joined.constLast().get());
}

} // namespace gatehouse
