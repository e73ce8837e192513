// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/close_names.h"
#include "gateway/config/words.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr qsizetype longestCompared = 64;
constexpr qsizetype mostNames = 3;

//! Levenshtein's distance, without regard to case.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype replaced = diagonal + (a[i].toLower() == b[j].toLower() ? 0 : 1);
            diagonal = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({diagonal + 1, row[size_t(j)] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

QStringList closeNames(const QString &name, const QStringList &known)
{
    if (name.isEmpty() || name.size() > longestCompared)
        return {};
    QList<std::pair<qsizetype, QString>> found;
    for (const QString &candidate : known) {
        const qsizetype far = distance(name, candidate);
        const bool part = (name.size() >= 3 && candidate.contains(name, Qt::CaseInsensitive)) ||
                          (candidate.size() >= 3 && name.contains(candidate, Qt::CaseInsensitive));
        if (part || far <= std::max<qsizetype>(1, (name.size() + 1) / 3))
            found.append({part ? 0 : far, candidate});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList names;
    for (qsizetype i = 0; i < std::min(found.size(), mostNames); ++i)
        names.append(found[i].second);
    return names;
}

QString suggestion(const QString &name, const QStringList &known)
{
    const QStringList names = closeNames(name, known);
    return names.isEmpty() ? QString() : ConfigWords::tr("; did you mean `%1`?").arg(names.join("` or `"_L1));
}

} // namespace gatehouse
