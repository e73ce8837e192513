// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/dialect/json_number.h"

namespace gatehouse {

bool isJsonNumber(std::string_view token)
{
    const char *at = token.data();
    const char *const end = at + token.size();
    const auto digits = [&] {
        const char *const first = at;
        while (at != end && *at >= '0' && *at <= '9')
            ++at;
        return at != first;
    };
    const auto skip = [&](std::string_view any) { return at != end && any.find(*at) != any.npos && ++at; };
    skip("-");
    if (!skip("0") && !digits())
        return false;
    if (skip(".") && !digits())
        return false;
    if (skip("eE")) {
        skip("+-");
        if (!digits())
            return false;
    }
    return at == end;
}

} // namespace gatehouse
