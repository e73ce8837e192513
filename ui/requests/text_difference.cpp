// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/text_difference.h"

#include "gateway/base/edit_script.h"

#include <algorithm>
#include <vector>

namespace gatehouse {
namespace {

constexpr int mostEdits = 1000;

//! Words, and what stands between them, each a piece.
std::vector<TextPiece> pieces(QStringView text)
{
    std::vector<TextPiece> all;
    const auto kind = [](QChar c) { return c.isLetterOrNumber() ? 0 : c.isSpace() ? 1 : 2; };
    for (int at = 0; at < int(text.size());) {
        const int begin = at++;
        const int of = kind(text[begin]);
        // Signs and characters of scripts without spaces stand alone.
        const bool single = of == 2 || text[begin].unicode() >= 0x2e80;
        while (!single && at < int(text.size()) && kind(text[at]) == of && text[at].unicode() < 0x2e80)
            ++at;
        all.push_back({begin, at - begin});
    }
    return all;
}

//! Finds the shortest way from one list of words to another.
class Finder final
{
public:
    Finder(QStringView first, QStringView second)
        : m_first(first)
        , m_second(second)
        , m_a(pieces(first))
        , m_b(pieces(second))
    {
    }

    TextDifference found()
    {
        while (m_begin < std::min(m_a.size(), m_b.size()) && same(m_begin, m_begin))
            ++m_begin;
        m_endA = m_a.size();
        m_endB = m_b.size();
        while (m_endA > m_begin && m_endB > m_begin && same(m_endA - 1, m_endB - 1)) {
            --m_endA;
            --m_endB;
        }
        if (!search()) {
            for (size_t i = m_begin; i < m_endA; ++i)
                mark(m_difference.first, m_a[i]);
            for (size_t i = m_begin; i < m_endB; ++i)
                mark(m_difference.second, m_b[i]);
        }
        return std::move(m_difference);
    }

private:
    bool same(size_t i, size_t j) const
    {
        return m_first.mid(m_a[i].begin, m_a[i].length) == m_second.mid(m_b[j].begin, m_b[j].length);
    }

    static void mark(QList<TextPiece> &marks, const TextPiece &piece)
    {
        if (!marks.isEmpty() && marks.last().begin + marks.last().length == piece.begin)
            marks.last().length += piece.length;
        else
            marks.append(piece);
    }

    //! False when there are too many edits.
    bool search()
    {
        const auto equal = [this](int i, int j) { return same(m_begin + size_t(i), m_begin + size_t(j)); };
        const auto script =
            shortestEditScript(int(m_endA - m_begin), int(m_endB - m_begin), equal, mostEdits);
        if (!script)
            return false;
        for (int i : script->removed)
            mark(m_difference.first, m_a[m_begin + size_t(i)]);
        for (int j : script->added)
            mark(m_difference.second, m_b[m_begin + size_t(j)]);
        return true;
    }

    QStringView m_first;
    QStringView m_second;
    std::vector<TextPiece> m_a;
    std::vector<TextPiece> m_b;
    size_t m_begin = 0; //!< what both begin with ends here
    size_t m_endA = 0;  //!< and what both end with begins here
    size_t m_endB = 0;
    TextDifference m_difference;
};

} // namespace

TextDifference differenceOf(QStringView first, QStringView second)
{
    constexpr qsizetype longest = 200'000;
    if (first == second)
        return {};
    if (first.size() > longest || second.size() > longest)
        return {{{0, int(first.size())}}, {{0, int(second.size())}}};
    return Finder(first, second).found();
}

} // namespace gatehouse
