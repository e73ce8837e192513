// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/effort.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace gatehouse {
namespace {

struct Level
{
    QByteArrayView name;
    qint64 budget;
    qint64 upTo; //!< the greatest budget that counts as this effort; `max` is only ever asked for by name
};

// In the order of the enumeration.
constexpr Level levels[] = {
    {"none", 0, 0},         {"minimal", 512, 512},  {"low", 1024, 1024},
    {"medium", 8192, 8192}, {"high", 24576, 24576}, {"xhigh", 32768, std::numeric_limits<qint64>::max()},
    {"max", 128000, 0},
};

} // namespace

QByteArrayView effortName(Effort effort)
{
    return levels[int(effort)].name;
}

std::optional<Effort> effortNamed(QByteArrayView name)
{
    const auto *const it = std::find_if(std::begin(levels), std::end(levels),
                                        [&](const Level &level) { return level.name == name; });
    if (it == std::end(levels))
        return std::nullopt;
    return Effort(it - std::begin(levels));
}

qint64 budgetOf(Effort effort)
{
    return levels[int(effort)].budget;
}

Effort effortOf(qint64 tokens)
{
    const auto *const it = std::find_if(std::begin(levels), std::end(levels),
                                        [&](const Level &level) { return tokens <= level.upTo; });
    return Effort(it - std::begin(levels));
}

Effort clampEffort(Effort effort, Effort least, Effort most)
{
    return std::clamp(effort, least, most);
}

} // namespace gatehouse
