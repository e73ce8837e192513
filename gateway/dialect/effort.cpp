// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/effort.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace gatehouse {
namespace {

struct Row
{
    QByteArrayView name;
    qint64 budget;
    qint64 upTo; //!< the greatest budget that counts as this effort; `max` is only ever asked for by name
};

// In the order of the enumeration.
constexpr Row rows[] = {
    {"none", 0, 0},         {"minimal", 512, 512},  {"low", 1024, 1024},
    {"medium", 8192, 8192}, {"high", 24576, 24576}, {"xhigh", 32768, std::numeric_limits<qint64>::max()},
    {"max", 128000, 0},
};

} // namespace

QByteArrayView effortName(Effort effort)
{
    return rows[int(effort)].name;
}

std::optional<Effort> effortNamed(QByteArrayView name)
{
    const auto *const it =
        std::find_if(std::begin(rows), std::end(rows), [&](const Row &row) { return row.name == name; });
    if (it == std::end(rows))
        return std::nullopt;
    return Effort(it - std::begin(rows));
}

qint64 budgetOf(Effort effort)
{
    return rows[int(effort)].budget;
}

Effort effortOf(qint64 tokens)
{
    const auto *const it =
        std::find_if(std::begin(rows), std::end(rows), [&](const Row &row) { return tokens <= row.upTo; });
    return Effort(it - std::begin(rows));
}

Effort clampEffort(Effort effort, Effort least, Effort most)
{
    return std::clamp(effort, least, most);
}

} // namespace gatehouse
