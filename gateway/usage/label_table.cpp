// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage/label_table.h"

namespace gatehouse {
namespace {

//! The first characters of \a text, whatever its size.
QByteArrayView beginningOf(QByteArrayView text)
{
    if (text.size() <= LabelTable::longest)
        return text;
    constexpr int mostFollowing = 3; // bytes of one character
    qsizetype end = 0;
    for (qsizetype characters = 0; characters < LabelTable::longest && end < text.size(); ++characters) {
        ++end;
        for (int i = 0; i < mostFollowing && end < text.size() && (text[end] & 0xc0) == 0x80; ++i)
            ++end;
    }
    return text.first(end);
}

//! \a text as valid UTF-8 without control characters, but for line ends.
QByteArray cleaned(QByteArrayView text)
{
    QByteArray clean = QString::fromUtf8(text).left(LabelTable::longest * 2).toUtf8();
    for (char &c : clean) {
        if ((uchar(c) < 0x20 && c != '\n') || c == 0x7f)
            c = '?';
    }
    return beginningOf(clean).toByteArray();
}

//! As a key that owns nothing.
QByteArray lookedUp(QByteArrayView text)
{
    return QByteArray::fromRawData(text.data(), text.size());
}

} // namespace

LabelTable::LabelTable(qsizetype most)
    : m_most(most)
{
    add("other");
    add(QByteArray(""));
    m_most += qsizetype(m_texts.size());
}

LabelTable::Number LabelTable::add(const QByteArray &text)
{
    const auto number = Number(m_texts.size());
    m_texts.push_back(text);
    m_numbers.insert(text, number);
    return number;
}

std::optional<LabelTable::Number> LabelTable::known(QByteArrayView text) const
{
    const auto found = m_numbers.constFind(lookedUp(beginningOf(text)));
    return found == m_numbers.cend() ? std::nullopt : std::optional(*found);
}

LabelTable::Number LabelTable::number(const QByteArray &text)
{
    if (const auto found = known(text))
        return *found;
    const QByteArray clean = cleaned(beginningOf(text));
    if (const auto found = known(clean))
        return *found;
    return qsizetype(m_texts.size()) < m_most ? add(clean) : other;
}

LabelTable::Number LabelTable::number(const QString &text)
{
    if (text.size() > longest)
        return number(text.left(longest * 2).toUtf8());
    if (const auto found = m_strings.constFind(text); found != m_strings.cend())
        return *found;
    const Number found = number(text.toUtf8());
    if (found != other && m_strings.size() < m_most)
        m_strings.insert(text, found);
    return found;
}

} // namespace gatehouse
