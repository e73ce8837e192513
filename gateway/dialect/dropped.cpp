// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/dropped.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr qsizetype maxNames = 32;
constexpr qsizetype maxLength = 64;

} // namespace

void Dropped::add(QByteArrayView name)
{
    QByteArray clean = name.first(std::min(name.size(), maxLength)).toByteArray();
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return c <= 0x20 || c >= 0x7f || c == ','; }, '?');
    if (!clean.isEmpty() && m_names.size() < maxNames && !m_names.contains(clean))
        m_names.append(clean);
}

void Dropped::add(const Dropped &others)
{
    for (const QByteArray &name : others.m_names)
        add(name);
}

QByteArray Dropped::header() const
{
    return m_names.join(", ");
}

} // namespace gatehouse
