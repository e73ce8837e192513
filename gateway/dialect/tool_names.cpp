// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/tool_names.h"

#include <QCryptographicHash>

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qsizetype hashDigits = 8;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAllowed(char c, QByteArrayView marks)
{
    return isLetter(c) || (c >= '0' && c <= '9') || marks.contains(c);
}

QByteArray hashOf(QByteArrayView text)
{
    return QCryptographicHash::hash(text.toByteArray(), QCryptographicHash::Sha256).toHex().first(hashDigits);
}

QByteArray cleaned(QByteArrayView text, QByteArrayView marks)
{
    QByteArray clean = text.toByteArray();
    std::replace_if(
        clean.begin(), clean.end(), [&](char c) { return !isAllowed(c, marks); }, '_');
    return clean;
}

QByteArray withHash(QByteArrayView clean, QByteArrayView text, qsizetype maxLength)
{
    const qsizetype kept = std::min(clean.size(), maxLength - hashDigits - 1);
    return clean.first(kept).toByteArray() + '_' + hashOf(text);
}

} // namespace

bool ToolNames::allowed(QByteArrayView name) const
{
    return !name.isEmpty() && name.size() <= m_rule.maxLength &&
           (!m_rule.startsWithLetter || isLetter(name.front()) || name.front() == '_') &&
           std::all_of(name.begin(), name.end(), [&](char c) { return isAllowed(c, m_rule.marks); });
}

QByteArray ToolNames::shorten(QByteArrayView clean, QByteArrayView name) const
{
    return withHash(clean, name, std::min<qsizetype>(m_rule.maxLength, 64));
}

QByteArray ToolNames::sent(QByteArrayView name)
{
    const QByteArray original(name.data(), name.size());
    if (const auto known = m_sent.constFind(original); known != m_sent.cend())
        return *known;
    QByteArray sent = original;
    if (!allowed(sent)) {
        sent = name.isEmpty() ? QByteArray("tool") : cleaned(name, m_rule.marks);
        if (m_rule.startsWithLetter && !isLetter(sent.front()) && sent.front() != '_')
            sent.prepend('_');
        if (sent.size() > m_rule.maxLength)
            sent = shorten(sent, name);
    }
    if (m_original.contains(sent))
        sent = shorten(sent, name);
    m_sent.insert(original, sent);
    m_original.insert(sent, original);
    return sent;
}

QByteArray ToolNames::original(QByteArrayView name) const
{
    const auto known = m_original.constFind(QByteArray::fromRawData(name.data(), name.size()));
    return known == m_original.cend() ? name.toByteArray() : *known;
}

QByteArray ToolIds::valid(QByteArrayView id)
{
    if (!id.isEmpty()) {
        const auto known = m_valid.constFind(QByteArray::fromRawData(id.data(), id.size()));
        if (known != m_valid.cend())
            return *known;
    }
    QByteArray valid = cleaned(id, "_-");
    if (valid.size() > m_maxLength || (!valid.isEmpty() && m_taken.contains(valid)))
        valid = withHash(valid, id, m_maxLength);
    while (valid.isEmpty() || m_taken.contains(valid))
        valid = "call_" + QByteArray::number(++m_made);
    m_taken.insert(valid);
    if (!id.isEmpty())
        m_valid.insert(QByteArray(id.data(), id.size()), valid);
    return valid;
}

} // namespace gatehouse
