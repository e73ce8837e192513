// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/file_change.h"

#include "gateway/base/edit_script.h"

#include <algorithm>

namespace gatehouse {
namespace {

constexpr int mostEdits = 1000;

//! The lines of \a text, each with its end.
QByteArrayList linesOf(const QByteArray &text)
{
    QByteArrayList lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf('\n', start);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(text.mid(start, next - start));
        start = next;
    }
    return lines;
}

QString shown(QByteArray line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

//! Every line, removed ones before what is added in their place.
QList<DifferenceLine> allLines(const QByteArrayList &before, const QByteArrayList &after)
{
    qsizetype begin = 0; // what both begin with ends here
    while (begin < std::min(before.size(), after.size()) && before[begin] == after[begin])
        ++begin;
    qsizetype alike = 0; // lines that both end with
    while (alike < std::min(before.size(), after.size()) - begin &&
           before[before.size() - 1 - alike] == after[after.size() - 1 - alike])
        ++alike;
    const int first = int(before.size() - begin - alike);
    const int second = int(after.size() - begin - alike);
    const auto same = [&](int i, int j) { return before[begin + i] == after[begin + j]; };
    std::optional<EditScript> script = shortestEditScript(first, second, same, mostEdits);
    const bool whole = !script;
    script = script.value_or(EditScript());

    QList<DifferenceLine> lines;
    for (qsizetype i = 0; i < begin; ++i)
        lines.append({DifferenceLine::Same, shown(before[i])});
    auto removed = script->removed.cbegin();
    auto added = script->added.cbegin();
    for (int i = 0, j = 0; i < first || j < second;) {
        if (i < first && (whole || (removed != script->removed.cend() && *removed == i))) {
            lines.append({DifferenceLine::Removed, shown(before[begin + i++])});
            removed += whole ? 0 : 1;
        } else if (j < second && (whole || (added != script->added.cend() && *added == j))) {
            lines.append({DifferenceLine::Added, shown(after[begin + j++])});
            added += whole ? 0 : 1;
        } else {
            lines.append({DifferenceLine::Same, shown(before[begin + i++])});
            ++j;
        }
    }
    for (qsizetype i = before.size() - alike; i < before.size(); ++i)
        lines.append({DifferenceLine::Same, shown(before[i])});
    return lines;
}

} // namespace

QList<DifferenceLine> differenceOf(const FileChange &change, int around)
{
    const QList<DifferenceLine> all =
        allLines(linesOf(change.before.value_or(QByteArray())), linesOf(change.after.value_or(QByteArray())));
    std::vector<bool> near(size_t(all.size()), false);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].kind == DifferenceLine::Same)
            continue;
        const qsizetype last = std::min<qsizetype>(all.size() - 1, i + around);
        for (qsizetype j = std::max<qsizetype>(0, i - around); j <= last; ++j)
            near[size_t(j)] = true;
    }
    QList<DifferenceLine> lines;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (near[size_t(i)])
            lines.append(all[i]);
        else if (lines.isEmpty() || lines.last().kind != DifferenceLine::Gap)
            lines.append(DifferenceLine{DifferenceLine::Gap});
    }
    return lines.size() == 1 && lines.first().kind == DifferenceLine::Gap ? QList<DifferenceLine>() : lines;
}

} // namespace gatehouse
