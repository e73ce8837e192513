// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gatehouse {

//! A stretch of a request's body; begin −1 = not there.
struct Span
{
    qsizetype begin = -1;
    qsizetype length = 0;

    bool found() const { return begin >= 0; }
    bool operator==(const Span &) const = default;
};

} // namespace gatehouse
