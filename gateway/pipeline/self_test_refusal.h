// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/self_test_judge.h"

namespace gatehouse {

// Why a question of the self-test got no answer, as the provider tells it.

//! The HTTP status of the last try; 0: nobody was asked, or reached.
int statusOfProvider(const SelfTestAnswer &answer);

//! Whether the provider itself said that it does not do this. \a textWorks: see judgeFeature().
bool isRefusal(const SelfTestAnswer &answer, bool textWorks);

//! In the provider's words, else in ours, else `HTTP` and the status.
QString wordsOf(const SelfTestAnswer &answer);

} // namespace gatehouse
