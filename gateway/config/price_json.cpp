// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/fields.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

void readOptional(ObjectReader &reader, QLatin1StringView name, std::optional<double> &out)
{
    if (reader.has(name))
        reader.read(name, out.emplace());
}

} // namespace

void readFields(ObjectReader &reader, Price &price)
{
    reader.require("input"_L1);
    reader.read("input"_L1, price.input);
    reader.require("output"_L1);
    reader.read("output"_L1, price.output);
    readOptional(reader, "cacheRead"_L1, price.cacheRead);
    readOptional(reader, "cacheWrite"_L1, price.cacheWrite);
}

} // namespace gatehouse
