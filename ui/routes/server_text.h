// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/routes/callable_names.h"

namespace gatehouse {

//! \a servers in a line, in the order or by the shares in which \a policy asks them, such as
//! `OpenAI (gpt-4o) → Claude (switched off)`. A model is named only where it is not \a asked.
QString serverText(const QList<ServingProvider> &servers, Policy policy, const QString &asked);

//! How a route spreads its requests, in a word or two.
QString policyName(Policy policy);
//! The same in a sentence.
QString policyMeaning(Policy policy);

} // namespace gatehouse
