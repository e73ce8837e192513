// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config/fields.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

void readFields(ObjectReader &reader, Route &route)
{
    reader.read("model"_L1, route.model);
    reader.read("policy"_L1, route.policy,
                {{"priority"_L1, Policy::Priority},
                 {"weighted"_L1, Policy::Weighted},
                 {"fastest"_L1, Policy::Fastest}});
    reader.readObjects("targets"_L1, route.targets);
}

void readFields(ObjectReader &reader, RouteTarget &target)
{
    reader.read("provider"_L1, target.provider);
    reader.read("model"_L1, target.model);
    reader.read("weight"_L1, target.weight);
}

} // namespace gatehouse
