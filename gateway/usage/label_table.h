// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace gatehouse {

//! Gives the values of a label small numbers, so that counting handles no text. Takes in only so many texts:
//! all further ones are `other`. A text is known by its first characters, as valid UTF-8; looking up one that
//! is known allocates nothing.
class LabelTable final
{
public:
    using Number = quint16;

    //! \a most: how many texts get a number of their own, `other` and the empty one aside.
    explicit LabelTable(qsizetype most);

    //! The number of \a text, which is taken in while there is room.
    Number number(const QByteArray &text);
    Number number(const QString &text);
    //! The number of \a text where it has one.
    std::optional<Number> known(QByteArrayView text) const;

    const QByteArray &text(Number number) const { return m_texts[number]; }
    size_t size() const { return m_texts.size(); } //!< all numbers are below it

    static constexpr Number other = 0;
    static constexpr Number empty = 1;
    static constexpr qsizetype longest = 100; //!< characters of a text

private:
    Number add(const QByteArray &text);

    qsizetype m_most;
    std::vector<QByteArray> m_texts;
    QHash<QByteArray, Number> m_numbers;
    QHash<QString, Number> m_strings; //!< the same, for those that came as strings
};

} // namespace gatehouse
