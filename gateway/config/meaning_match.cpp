// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/meaning_match.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace gatehouse {
namespace {

//! How much two objects share, from 0 to 1, of what at least one of them says for itself.
double likeness(const Meaning &a, const Meaning &b)
{
    int said = 0;
    int shared = 0;
    for (size_t i = 0; i < std::min(a.parts.size(), b.parts.size()); ++i) {
        if (a.parts[i].isUsual && b.parts[i].isUsual)
            continue;
        ++said;
        shared += a.parts[i] == b.parts[i] ? 1 : 0;
    }
    return said > 0 ? double(shared) / said : 0;
}

} // namespace

std::vector<int> matchParts(const std::vector<Meaning> &old, const std::vector<Meaning> &wanted)
{
    QHash<QByteArray, QList<int>> places; // more than one where an identity is there twice
    for (size_t i = 0; i < old.size(); ++i)
        places[old[i].identity].append(int(i));
    std::vector<int> matches;
    for (const Meaning &part : wanted) {
        const auto place = places.find(part.identity);
        matches.push_back(place == places.end() || place->isEmpty() ? -1 : place->takeFirst());
    }

    QList<int> left;
    for (const QList<int> &indexes : std::as_const(places))
        left += indexes;
    std::sort(left.begin(), left.end());
    constexpr double enough = 0.5;
    for (size_t i = 0; i < wanted.size(); ++i) {
        double most = enough;
        for (qsizetype l = 0; matches[i] < 0 && l < left.size(); ++l)
            most = std::max(most, likeness(old[size_t(left[l])], wanted[i]));
        const auto found = std::find_if(left.cbegin(), left.cend(), [&](int index) {
            return matches[i] < 0 && likeness(old[size_t(index)], wanted[i]) >= most;
        });
        if (found != left.cend()) {
            matches[i] = *found;
            left.erase(found);
        }
    }
    return matches;
}

} // namespace gatehouse
