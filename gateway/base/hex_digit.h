// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

//! The value of a hexadecimal digit in either case, −1 for anything else.
constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace gatehouse
