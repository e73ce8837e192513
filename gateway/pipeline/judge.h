// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/pipeline/attempt.h"
#include "gateway/pipeline/services.h"

namespace gatehouse {

//! Why the attempt failed, without what the provider said: that may repeat the request, and is not for others
//! to see.
QString ownWords(const Failure &failure, const QString &provider);

//! Tells everybody who keeps count of a provider what \a failure says of it. \a passedThrough: the request
//! went to a path of the provider's own, so that a refusal may concern only that.
void judge(Services &services, const Attempt &attempt, const Failure &failure, bool passedThrough);

//! \a failure for a request that must not be sent twice: what passes straight through may be anything, and
//! only some methods are safe to repeat (RFC 9110, 9.2.1).
Failure notAgain(Failure failure);

} // namespace gatehouse
