// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/base/result.h"

namespace gatehouse {

//! An error that only a person will read; it has nothing to say in HTTP.
inline Error fault(const QString &message)
{
    Error error;
    error.message = message;
    return error;
}

} // namespace gatehouse
