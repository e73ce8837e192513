// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "gateway/usage/usage_query.h"

namespace gatehouse {

//! What \a key of \a by is called: a provider by the name it has in \a config, or its id where it is gone.
//! In one line, without what steers a display.
QString usageName(UsageKey by, const QString &key, const Config &config);

//! The column or field that holds such names.
QString usageKeyText(UsageKey by);

//! The name in \a filter that is of the kind \a by; null for UsageKey::None.
std::optional<QString> *filterField(UsageFilter &filter, UsageKey by);

} // namespace gatehouse
