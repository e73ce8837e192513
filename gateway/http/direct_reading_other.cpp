// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http/direct_reading.h"

namespace gatehouse {

bool beginDirectReading(qintptr, DescriptorWatcher &)
{
    return false;
}

void endDirectReading(qintptr, DescriptorWatcher &) {}

} // namespace gatehouse
