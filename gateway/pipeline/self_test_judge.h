// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/capabilities.h"
#include "gateway/status/recorded_exchange.h"
#include "gateway/usage/usage_record.h"

namespace gatehouse {

//! What came of one question of the self-test.
struct SelfTestAnswer
{
    RecordedExchange exchange;
    UsageRecord record;
};

//! What \a answer says of \a feature. Only what the provider itself answered makes it fail: not a missing
//! key, a network, a limit, nor what the gateway refused or left out on the way. \a textWorks: the model has
//! answered already, so that even a 404 or a 500 may be about the feature. The detail is as it came: plain
//! text, not shortened.
FeatureResult judgeFeature(Feature feature, const SelfTestAnswer &answer, bool textWorks = false);

//! Whether nothing more is to be found out after \a answer to the first question: there was no key, nobody
//! was reached, or the model is not there.
bool endsSelfTest(const SelfTestAnswer &answer);

} // namespace gatehouse
